import { html, type Html } from '../pages/html.js';
import { moment } from '../pages/layout.js';
import { type StaffMember } from '../staff/staff-member.js';
import { queueLabel, QUEUES } from './queues.js';
import { type Ticket } from './ticket.js';
import { type TicketSearch } from './tickets.js';

/** What the list shows. */
export interface TicketList {
  readonly search: TicketSearch;
  readonly tickets: readonly Ticket[];
  readonly more: boolean;
  /** No ticket has ever been opened. */
  readonly empty: boolean;
}

/** The list of tickets with its search, or the next step where there is none yet. */
export function ticketListPage({ search, tickets, more, empty }: TicketList, member: StaffMember): Html {
  if (empty) return nextStep(member);
  return html`<h1>Tickets</h1>
    ${searchForm(search)}
    ${tickets.length > 0 ? table(tickets) : html`<p class="hint">No ticket is like that.</p>`}
    ${pages(search, more)}`;
}

function nextStep(member: StaffMember): Html {
  const step =
    member.role === 'admin'
      ? html`<p>Connect a mailbox: every mail that reaches it becomes a ticket here.</p>
          <p><a class="button" href="/mailroom/connect">Connect a mailbox</a></p>`
      : html`<p>Mail becomes tickets as soon as an admin has connected a mailbox.</p>`;
  return html`<section class="card empty">
    <h1>No tickets yet</h1>
    ${step}
  </section>`;
}

function searchForm({ text, state, queue }: TicketSearch): Html {
  const option = (value: string, label: string) =>
    html`<option value="${value}" ${value === state && html`selected`}>${label}</option>`;
  return html`<form class="search" role="search">
    <input
      name="q"
      type="search"
      value="${text}"
      placeholder="Number, subject, customer"
      aria-label="Search"
    />
    <select name="state" aria-label="State">
      ${option('open', 'Open')}${option('closed', 'Closed')}${option('all', 'All')}
    </select>
    <select name="queue" aria-label="Queue">
      ${[{ id: '', label: 'All queues' }, ...QUEUES].map(
        ({ id, label }) => html`<option value="${id}" ${id === queue && html`selected`}>${label}</option>`,
      )}
    </select>
    <button>Search</button>
  </form>`;
}

function table(tickets: readonly Ticket[]): Html {
  return html`<table>
    <thead>
      <tr>
        <th>Ticket</th>
        <th>Subject</th>
        <th>Customer</th>
        <th>Queue</th>
        <th>State</th>
        <th>Updated</th>
      </tr>
    </thead>
    <tbody>
      ${tickets.map(row)}
    </tbody>
  </table>`;
}

function row(ticket: Ticket): Html {
  const { number, subject, customerName, customerAddress, queue, priority, state, updatedAt } = ticket;
  return html`<tr>
    <td class="number"><a href="/tickets/${number}">#${number}</a></td>
    <td><a href="/tickets/${number}">${subject || '(no subject)'}</a></td>
    <td title="${customerAddress}">${customerName || customerAddress || '(unknown)'}</td>
    <td>${queueLabel(queue)}</td>
    <td>
      <span class="state ${state}">${state}</span>
      ${priority !== 'normal' && html`<span class="state ${priority}">${priority}</span>`}
    </td>
    <td>${moment(updatedAt)}</td>
  </tr>`;
}

function pages(search: TicketSearch, more: boolean): Html {
  const link = (page: number, label: string) => {
    const query = new URLSearchParams({
      q: search.text,
      state: search.state,
      queue: search.queue,
      page: String(page),
    });
    return html`<a href="/?${query.toString()}">${label}</a>`;
  };
  return html`<p class="pages">
    ${search.page > 1 && link(search.page - 1, 'Newer')} ${more && link(search.page + 1, 'Older')}
  </p>`;
}

import { html, type Html } from '../pages/html.js';
import { page } from '../pages/page.js';
import { type Sandbox } from '../sandbox.js';
import { breakForms } from './break-forms.js';
import { stateOf, type Listed } from './control-state.js';

type State = ReturnType<typeof stateOf>;

/** The page to look at the sandbox, send mail into it, and break it. Works without scripts; reload to see what is new. */
export function controlPage(sandbox: Sandbox, notice: string | null): string {
  const state = stateOf(sandbox);
  const { imap, imaps, smtp, smtps } = state.addresses;
  return page(
    'Mailroom sandbox',
    html`<h1>Mailroom sandbox</h1>
      <p class="faint">
        A mail provider on this machine, to try things and to break them. IMAP ${imap.port} (TLS
        ${imaps.port}), SMTP ${smtp.port} (TLS ${smtps.port}). Everybody's password is <b>sandbox</b>; the
        application <b>mailroom-demo</b> has the secret <b>mailroom-demo-secret</b>.
        <a href="/control">Reload</a>
      </p>
      ${notice ? html`<section role="status">${notice}</section>` : null} ${troubles(state)}
      <div class="grid">
        ${letterForm(state)} ${breakForms(state.mailboxes.map(({ address }) => address))}
      </div>
      ${mailboxes(state)} ${outbound(state)} ${tokenRequests(state)}`,
    true,
  );
}

function troubles({ faults }: State): Html | null {
  const scripted = Object.entries(faults);
  if (scripted.length === 0) return null;
  return html`<section>
    <h2 class="bad">Broken on purpose</h2>
    <ul>
      ${scripted.map(([name, what]) => html`<li>${name}: ${JSON.stringify(what)}</li>`)}
    </ul>
    <form method="post" action="/control/clear-faults"><button>Repair everything</button></form>
  </section>`;
}

function letterForm({ mailboxes: people }: State): Html {
  return html`<section>
    <h2>Send a mail in</h2>
    <form method="post" action="/control/deliver">
      <label>From<input name="from" value="Jane Doe &lt;jane@customer.example&gt;" required /></label>
      <label
        >To<select name="to">
          ${people.map(({ address }) => html`<option>${address}</option>`)}
        </select></label
      >
      <label>Subject<input name="subject" value="My printer is on fire" /></label>
      <label>Text<textarea name="text" rows="4">Hello, please help. It is still burning.</textarea></label>
      <button>Send</button>
    </form>
  </section>`;
}

function mailboxes({ mailboxes: people, imapSessions }: State): Html {
  return html`<section>
    <h2>Mailboxes</h2>
    ${people.map(({ address, folders }) => {
      const connected = imapSessions.filter((who) => who === address).length;
      return html`<h2>
          ${address} <span class="faint">${connected > 0 ? `${connected} connected` : ''}</span>
        </h2>
        ${folders.map(
          ({ name, messages }) =>
            html`<details ${name === 'INBOX' && messages.length > 0 ? 'open' : ''}>
              <summary>${name}, ${messages.length} messages</summary>
              ${table(messages)}
            </details>`,
        )}`;
    })}
  </section>`;
}

function table(messages: readonly Listed[]): Html {
  const rows = messages.slice(-50).map(
    ({ uid, from, subject, bytes, flags }) =>
      html`<tr>
        <td>${uid}</td>
        <td>${from}</td>
        <td>${subject}</td>
        <td>${bytes}</td>
        <td>${flags.join(' ')}</td>
      </tr>`,
  );
  return html`<div class="scroll">
    <table>
      <tr>
        <th>UID</th>
        <th>From</th>
        <th>Subject</th>
        <th>Bytes</th>
        <th>Flags</th>
      </tr>
      ${rows}
    </table>
  </div>`;
}

function outbound({ sent }: State): Html {
  const rows = sent.slice(-50).map(
    ({ at, by, to, subject }) =>
      html`<tr>
        <td>${at.toISOString()}</td>
        <td>${by}</td>
        <td>${to.join(', ')}</td>
        <td>${subject}</td>
      </tr>`,
  );
  return html`<section>
    <h2>Mail for elsewhere</h2>
    <div class="scroll">
      <table>
        <tr>
          <th>At</th>
          <th>Signed in</th>
          <th>To</th>
          <th>Subject</th>
        </tr>
        ${rows}
      </table>
    </div>
  </section>`;
}

function tokenRequests({ tokenRequests: requests }: State): Html {
  const rows = requests.toReversed().map(
    ({ at, profile, grantType, clientId, status }) =>
      html`<tr>
        <td>${at.toISOString()}</td>
        <td>${profile}</td>
        <td>${grantType}</td>
        <td>${clientId}</td>
        <td>${status === 0 ? 'dropped' : (status ?? 'waiting')}</td>
      </tr>`,
  );
  return html`<section>
    <h2>Token requests</h2>
    <div class="scroll">
      <table>
        <tr>
          <th>At</th>
          <th>Profile</th>
          <th>Grant</th>
          <th>Application</th>
          <th>Answer</th>
        </tr>
        ${rows}
      </table>
    </div>
  </section>`;
}

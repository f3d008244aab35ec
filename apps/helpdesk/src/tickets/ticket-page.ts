import { replyText } from '@mailroom/plugin';
import { html, type Html } from '../pages/html.js';
import { moment } from '../pages/layout.js';
import { type Article } from './article.js';
import { queueLabel } from './queues.js';
import { reportNote, reportsOn } from './report-note.js';
import { type Ticket } from './ticket.js';

/** What the page of one ticket shows. */
export interface TicketView {
  readonly ticket: Ticket;
  readonly articles: readonly Article[];
  /** How far each reply got in the outbox, by outgoing id. */
  readonly outbox: ReadonlyMap<string, string>;
  /** The reply as far as it is written. */
  readonly reply: ReplyForm;
}

/** The reply form's fields; `fault` says why it came back. */
export interface ReplyForm {
  readonly formId: string;
  readonly to: string;
  readonly text: string;
  readonly fault: string | null;
}

/** The page of one ticket: what was written, and a form to answer. */
export function ticketPage({ ticket, articles, outbox, reply }: TicketView): Html {
  return html`<div class="title">
      <h1>#${ticket.number} ${ticket.subject || '(no subject)'}</h1>
      <span class="state ${ticket.state}">${ticket.state}</span>
      <span class="state">${queueLabel(ticket.queue)}</span>
      ${ticket.tags.map((tag) => html`<span class="state">${tag}</span>`)}
      ${ticket.priority !== 'normal' && html`<span class="state ${ticket.priority}">${ticket.priority}</span>`}
      ${stateForm(ticket)}
    </div>
    ${
      ticket.mentions !== null &&
      html`<p class="hint">
        This mail names <a href="/tickets/${ticket.mentions}">#${ticket.mentions}</a>, in which its sender
        takes no part.
      </p>`
    }
    ${articles.map((article) => articleCard(article, outbox, reportsOn(article, articles)))}
    ${replyForm(ticket, reply)}`;
}

function stateForm({ number, state }: Ticket): Html {
  const [next, label] = state === 'open' ? ['closed', 'Close'] : ['open', 'Open again'];
  return html`<form method="post" action="/tickets/${number}/state">
    <button class="quiet" name="state" value="${next}">${label}</button>
  </form>`;
}

function articleCard(
  article: Article,
  outbox: ReadonlyMap<string, string>,
  reports: readonly Article[],
): Html {
  const status = article.outgoingId === null ? null : outbox.get(article.outgoingId);
  return html`<article class="card article ${article.direction}" id="article-${article.id}">
    <header>
      <strong title="${article.fromAddress}"
        >${article.fromName || article.fromAddress || '(no sender)'}</strong
      >
      <span class="to">to ${article.toAddresses || '(nobody)'}</span>
      ${status && html`<span class="state ${status}">${status}</span>`} ${moment(article.createdAt)}
    </header>
    ${reports.map(reportNote)}
    ${article.hasHtml ? framedHtml(article) : html`<div class="body">${plainText(article)}</div>`}
    ${attachmentList(article)}
  </article>`;
}

/** HTML of strangers: in a frame without scripts, forms, cookies or our origin; pictures from outside on demand. */
function framedHtml(article: Article): Html {
  const { id, text } = article;
  const height = text.length < 400 ? 'short' : text.length > 3_000 ? 'long' : '';
  return html`<iframe
      class="${height}"
      name="html-${id}"
      title="Mail as it was sent"
      src="/articles/${id}/html"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      referrerpolicy="no-referrer"
      loading="lazy"
    ></iframe>
    <div class="tools">
      <a href="/articles/${id}/html?pictures=remote" target="html-${id}">Load remote pictures</a>
      ${
        text !== '' &&
        html`<details>
          <summary>Plain text</summary>
          ${plainText(article)}
        </details>`
      }
    </div>`;
}

function plainText({ text, direction }: Article): Html {
  if (text === '') return html`<p class="hint">(no text)</p>`;
  const own = direction === 'in' ? replyText(text).trim() : text;
  // prettier-ignore
  const shown = html`<pre class="text">${own || text}</pre>`;
  if (own === '' || own.length >= text.trim().length) return shown;
  // prettier-ignore
  return html`${shown}<details><summary>With what it answers</summary><pre class="text">${text}</pre></details>`;
}

function attachmentList({ id, direction, attachments }: Article): Html | null {
  const shown = attachments.filter(({ inline, contentId }) => !(inline && contentId));
  if (direction === 'out' || shown.length === 0) return null;
  return html`<ul class="attachments">
    ${shown.map(
      ({ index, filename, contentType, size }) =>
        html`<li>
          <a href="/articles/${id}/attachments/${index}" download
            >${filename || `attachment (${contentType})`}</a
          >
          <span class="hint">${bytes(size)}</span>
        </li>`,
    )}
  </ul>`;
}

function replyForm({ number, mailbox }: Ticket, { formId, to, text, fault }: ReplyForm): Html {
  return html`<form class="card" method="post" action="/tickets/${number}/replies" id="reply">
    <h2>Reply</h2>
    ${fault && html`<p class="fault" role="alert">${fault}</p>`}
    <input type="hidden" name="formId" value="${formId}" />
    <label>To <input name="to" value="${to}" required /></label>
    <label>Message <textarea name="text" required>${text}</textarea></label>
    <button>Send from ${mailbox}</button>
  </form>`;
}

function bytes(size: number): string {
  if (size < 1_000) return `${size} B`;
  return size < 1_000_000 ? `${Math.round(size / 1_000)} kB` : `${(size / 1_000_000).toFixed(1)} MB`;
}

import { html, type Html } from '../pages/html.js';
import { type Listed, type State } from './control-state.js';

const shown = 50;

/** Everybody's folders and the latest messages in them; empty folders only in one line. */
export function mailboxes({ mailboxes: people, imapSessions }: State): Html {
  const entries = people.map(({ address, folders }) => {
    const connected = imapSessions.filter((who) => who === address).length;
    const full = folders.filter(({ messages }) => messages.length > 0);
    const empty = folders.filter(({ messages }) => messages.length === 0).map(({ name }) => name);
    return html`<article>
      <h3>${address} <span class="faint">${connected > 0 ? `${connected} connected` : ''}</span></h3>
      ${full.map(({ name, messages }) => folder(name, messages))}
      <p class="faint">${empty.length > 0 ? `Empty: ${empty.join(', ')}` : ''}</p>
    </article>`;
  });
  return html`<section>
    <h2>Mailboxes</h2>
    ${entries}
  </section>`;
}

function folder(name: string, messages: readonly Listed[]): Html {
  const rows = messages
    .slice(-shown)
    .map(({ uid, from, subject, bytes, flags }) => [uid, from, subject, bytes, flags.join(' ')]);
  return html`<details ${name === 'INBOX' ? 'open' : ''}>
    <summary>${name}, ${messages.length} ${messages.length === 1 ? 'message' : 'messages'}</summary>
    ${table(['UID', 'From', 'Subject', 'Bytes', 'Flags'], rows)}
  </details>`;
}

/** What left for other domains, latest last. */
export function outbound({ sent }: State): Html {
  const rows = sent
    .slice(-shown)
    .map(({ at, by, to, subject }) => [at.toISOString(), by, to.join(', '), subject]);
  return html`<section>
    <h2>Mail for elsewhere</h2>
    ${table(['At', 'Signed in', 'To', 'Subject'], rows)}
  </section>`;
}

/** What reached the token endpoints, latest first. */
export function tokenRequests({ tokenRequests: requests }: State): Html {
  const rows = requests.toReversed().map(({ at, profile, grantType, clientId, status }) => {
    const answer = status === 0 ? 'dropped' : (status ?? 'waiting');
    return [at.toISOString(), profile, grantType, clientId, answer];
  });
  return html`<section>
    <h2>Token requests</h2>
    ${table(['At', 'Profile', 'Grant', 'Application', 'Answer'], rows)}
  </section>`;
}

function table(heads: readonly string[], rows: readonly (readonly (string | number | null)[])[]): Html {
  if (rows.length === 0) return html`<p class="faint">Nothing yet.</p>`;
  return html`<div class="scroll">
    <table>
      <tr>
        ${heads.map((head) => html`<th>${head}</th>`)}
      </tr>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </table>
  </div>`;
}

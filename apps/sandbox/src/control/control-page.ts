import { html, type Html } from '../pages/html.js';
import { page } from '../pages/page.js';
import { type Sandbox } from '../sandbox.js';
import { applicationForms } from './application-forms.js';
import { breakForms } from './break-forms.js';
import { stateOf, type State } from './control-state.js';
import { mailboxes, outbound, tokenRequests } from './control-lists.js';

/** The page to look at the sandbox, send mail into it, and break it. Works without scripts; reload to see what is new. */
export function controlPage(sandbox: Sandbox, notice: string | null): string {
  const state = stateOf(sandbox);
  const addresses = state.mailboxes.map(({ address }) => address);
  return page(
    'Mailroom sandbox',
    html`${introduction(state)} ${notice ? html`<section role="status">${notice}</section>` : null}
      ${troubles(state)}
      <div class="grid">${letterForm(addresses)} ${breakForms(addresses)} ${applicationForms(addresses)}</div>
      ${mailboxes(state)} ${outbound(state)} ${tokenRequests(state)}`,
    true,
  );
}

function introduction({ addresses: { imap, imaps, pop3, pop3s, smtp, smtps } }: State): Html {
  return html`<h1>Mailroom sandbox</h1>
    <p class="faint">
      A mail provider on this machine, to try things and to break them. IMAP ${imap.port} (TLS ${imaps.port}),
      POP3 ${pop3.port} (TLS ${pop3s.port}), SMTP ${smtp.port} (TLS ${smtps.port}). Everybody's password is
      <b>sandbox</b>; the application <b>mailroom-demo</b> has the secret <b>mailroom-demo-secret</b>.
      <a href="/control">Reload</a>
    </p>`;
}

function troubles({ faults }: State): Html | null {
  const scripted = Object.entries(faults);
  if (scripted.length === 0) return null;
  return html`<section>
    <h2 class="bad">Broken on purpose</h2>
    <ul>
      ${scripted.map(([name, { what, left }]) => html`<li>${name}: ${inWords(what)}, ${left === null ? 'until repaired' : `${left} more`}</li>`)}
    </ul>
    <form method="post" action="/control/clear-faults"><button>Repair everything</button></form>
  </section>`;
}

function inWords(what: unknown): string {
  if (typeof what !== 'object' || what === null) return String(what);
  return Object.entries(what)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

function letterForm(addresses: readonly string[]): Html {
  return html`<section>
    <h2>Send a mail in</h2>
    <form method="post" action="/control/deliver">
      <label>From<input name="from" value="Jane Doe &lt;jane@customer.example&gt;" required /></label>
      <label
        >To<select name="to">
          ${addresses.map((address) => html`<option>${address}</option>`)}
        </select></label
      >
      <label>Subject<input name="subject" value="My printer is on fire" /></label>
      <label>Text<textarea name="text" rows="4">Hello, please help. It is still burning.</textarea></label>
      <button>Send</button>
    </form>
  </section>`;
}

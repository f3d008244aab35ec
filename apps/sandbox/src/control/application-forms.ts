import { html, type Html } from '../pages/html.js';
import { button, choice, form, input, mailbox } from './form-parts.js';

/** The forms for what asks for tokens: devices, applications and service accounts. */
export function applicationForms(addresses: readonly string[]): Html {
  const decisions = [
    ['accept', 'says yes'],
    ['deny', 'says no'],
  ];
  return html`<section>
      <h2>Devices</h2>
      ${form([input('userCode', 'Code on the device'), mailbox(addresses), choice('decision', 'Decision', decisions), button('approve-device', 'Decide')])}
      ${form([input('seconds', 'Devices ask every (seconds)', 5), button('device-interval', 'Set'), button('expire-device-codes', 'Expire device codes')])}
    </section>
    <section>
      <h2>Applications</h2>
      ${form([input('id', 'Client ID'), input('secret', 'Secret'), input('nextSecret', 'Second secret'), area('certificate', 'Certificate (PEM)'), button('register-client', 'Register')])}
      ${form([input('clientId', 'Client ID', 'mailroom-demo'), input('addresses', 'Mailboxes its own token opens (empty: all)'), button('restrict-app', 'Restrict')])}
      ${form([input('email', 'Service account'), area('publicKey', 'Public key (PEM)'), input('scopes', 'Delegated scopes', 'https://mail.google.com/'), button('register-service-account', 'Register')])}
    </section>`;
}

function area(name: string, label: string): Html {
  return html`<label>${label}<textarea name="${name}" rows="2"></textarea></label>`;
}

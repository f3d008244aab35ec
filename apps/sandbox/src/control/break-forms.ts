import { html, type Html } from '../pages/html.js';
import { profileNames } from '../oauth/profiles.js';

/** The forms to break things, three sections of them. */
export function breakForms(addresses: readonly string[]): Html {
  const person = html`<label
    >Mailbox<select name="address">
      ${addresses.map((address) => html`<option>${address}</option>`)}
    </select></label
  >`;
  return html` <section>
      <h2>Consent and tokens</h2>
      ${form('revoke', 'Revoke all consent', person)}
      ${form('expire-access-tokens', 'Expire access tokens', person)}
      ${form('expire-refresh-tokens', 'Expire refresh tokens', person)}
      ${form('access-token-seconds', 'Set lifetime', input('seconds', 'Access tokens live (seconds)', 300))}
    </section>
    <section>
      <h2>Token endpoint</h2>
      ${form(
        'token-endpoint',
        'Answer so',
        html`${profile()}${answers()}${input('times', 'Times (empty: until repaired)')}
        ${input('status', 'HTTP status', 500)}${input('retryAfter', 'Retry-After')}${input('seconds', 'Hang (seconds)', 30)}${input('code', 'AADSTS number', 700082)}${input('error', 'OAuth2 error')}`,
      )}
    </section>
    <section>
      <h2>IMAP and SMTP</h2>
      ${form('refuse-logins', 'Refuse logins', input('times', 'Times'))}
      ${form('throttle-imap', 'Throttle', html`${input('milliseconds', 'Back off (ms)', 2000)}${input('times', 'Times', 3)}`)}
      ${form('drop-fetch', 'Drop mid-fetch', html`${input('messages', 'After messages', 5)}${input('bytes', 'or bytes')}`)}
      ${form('bump-uidvalidity', 'Void all UIDs', person)} ${form('end-sessions', 'End sessions', person)}
      ${form('drop-connections', 'Drop all connections', null)}
      ${form('refuse-smtp', 'Refuse mail', html`${input('code', 'Reply code', 451)}${input('text', 'Text', '4.7.0 Try again later')}${input('times', 'Times', 1)}`)}
    </section>`;
}

function form(action: string, label: string, fields: Html | null): Html {
  return html`<form method="post" action="/control/${action}" class="row">
    ${fields}<button class="plain">${label}</button>
  </form>`;
}

function input(name: string, label: string, value: string | number = ''): Html {
  return html`<label>${label}<input name="${name}" value="${value}" /></label>`;
}

function profile(): Html {
  return html`<label
    >Profile<select name="profile">
      <option value="">all</option>
      ${profileNames.map((name) => html`<option>${name}</option>`)}
    </select></label
  >`;
}

function answers(): Html {
  const words = ['status', 'html', 'hang', 'reset', 'aadsts', 'error'];
  return html`<label
    >Answer<select name="answer">
      ${words.map((word) => html`<option>${word}</option>`)}
    </select></label
  >`;
}

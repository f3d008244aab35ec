import { html, type Html } from '../pages/html.js';
import { profileNames } from '../oauth/profiles.js';
import { button, choice, form, input, mailbox } from './form-parts.js';

/** The forms to break things, a section for each place. */
export function breakForms(addresses: readonly string[]): Html {
  const person = mailbox(addresses);
  return html`<section>
      <h2>Consent and tokens</h2>
      ${consent(person)}
    </section>
    <section>
      <h2>Token endpoint</h2>
      ${tokenEndpoint()}
    </section>
    <section>
      <h2>IMAP</h2>
      ${imap(person)}
    </section>
    <section>
      <h2>POP3</h2>
      ${pop3()}
    </section>
    <section>
      <h2>SMTP</h2>
      ${smtp()}
    </section>`;
}

function consent(person: Html): Html {
  const buttons = [
    button('revoke', 'Revoke all consent'),
    button('expire-access-tokens', 'Expire access tokens'),
    button('expire-refresh-tokens', 'Expire refresh tokens'),
  ];
  return html`${form([person, ...buttons])}
  ${form([input('seconds', 'New access tokens live (seconds)', 300), button('access-token-seconds', 'Set')])}`;
}

function tokenEndpoint(): Html {
  const words = ['status', 'html', 'hang', 'reset', 'aadsts', 'error'];
  return html`${form([input('seconds', 'Clock is ahead (seconds)', 600), button('clock-skew', 'Set')])}
  ${form([
    choice(
      'answer',
      'Answer',
      words.map((word) => [word, word]),
    ),
    choice('profile', 'Profile', [['', 'all'], ...profileNames.map((name) => [name, name] as const)]),
    input('grantType', 'Grant type (empty: all)'),
    input('times', 'Times (empty: always)'),
    input('status', 'HTTP status'),
    input('retryAfter', 'Retry-After'),
    input('seconds', 'Hang (seconds)'),
    input('code', 'AADSTS number', 700082),
    input('error', 'OAuth2 error'),
    button('token-endpoint', 'Answer so'),
  ])}`;
}

function imap(person: Html): Html {
  return html`${form([person, button('bump-uidvalidity', 'Void all UIDs'), button('end-sessions', 'End sessions'), button('drop-connections', 'Drop connections')])}
  ${form([input('messages', 'After messages', 5), input('bytes', 'or bytes'), button('drop-fetch', 'Drop mid-fetch')])}
  ${form([input('milliseconds', 'Back off (ms)', 2000), input('times', 'Times', 3), button('throttle-imap', 'Throttle')])}
  ${form([input('times', 'Times (empty: always)'), button('refuse-logins', 'Refuse logins')])}`;
}

function pop3(): Html {
  const words = ['PASS', 'AUTH', 'UIDL', 'LIST', 'RETR', 'DELE', 'QUIT'];
  return form([
    choice(
      'command',
      'At',
      words.map((word) => [word, word]),
    ),
    input('answer', 'Answer', '-ERR [IN-USE] Mailbox is locked.'),
    input('times', 'Times', 1),
    button('break-pop3', 'Answer so'),
  ]);
}

function smtp(): Html {
  return form([
    input('code', 'Reply code', 451),
    input('times', 'Times', 1),
    input('text', 'Text', '4.7.0 Try again later'),
    button('refuse-smtp', 'Refuse mail'),
  ]);
}

import { html, type Html } from '../pages/html.js';
import { page } from '../pages/page.js';
import { type Person } from '../mail/people.js';
import { type Profile } from './profiles.js';

const providerNames: Readonly<Record<Profile, string>> = {
  microsoft: 'Sandbox, in the manner of Microsoft',
  google: 'Sandbox, in the manner of Google',
  strict: 'Sandbox, strict OAuth2',
  plain: 'Sandbox, plain OAuth2',
};

const meanings: Readonly<Record<string, string>> = {
  openid: 'Know who you are',
  email: 'See your e-mail address',
  profile: 'See your name',
  offline_access: 'Keep access when you are away',
  mail: 'Read and send your mail',
  'mail.imap': 'Read your mail',
  'mail.smtp': 'Send your mail',
  'https://mail.google.com/': 'Read, compose, send and delete all your mail',
};

/** What the sign-in page shows: the address asked for, who there is to choose from, and what went wrong before. */
export interface SignInView {
  readonly profile: Profile;
  readonly client: string;
  readonly address: string;
  readonly people: readonly Person[];
  readonly problem?: string;
}

/** The page to choose or enter a mailbox and its password. Works without scripts. */
export function signInPage({ profile, client, address, people, problem }: SignInView): string {
  return page(
    'Sign in',
    html`<section>
        ${badge(profile)}
        <h1>Sign in</h1>
        <p class="faint">to continue to ${client}</p>
        ${problem ? html`<p class="bad" role="alert">${problem}</p>` : null}
        <form method="post">
          <input type="hidden" name="step" value="sign-in" />
          <label
            >Mailbox<input
              name="address"
              type="email"
              list="people"
              value="${address}"
              required
              autocomplete="username"
          /></label>
          <datalist id="people">
            ${people.map((person) => html`<option value="${person.address}">${person.name}</option>`)}
          </datalist>
          <label
            >Password<input name="password" type="password" required autocomplete="current-password"
          /></label>
          <div class="row"><button>Sign in</button>${cancel()}</div>
        </form>
      </section>
      <p class="faint">
        Mailboxes here: ${people.map((person) => person.address).join(', ')}. The password is <b>sandbox</b>,
        unless you set another.
      </p>`,
  );
}

/** The page to accept or deny; in Google's manner every scope but the identity can be withheld. */
export function consentPage(
  profile: Profile,
  client: string,
  address: string,
  scopes: readonly string[],
): string {
  return page(
    'Permissions',
    html`<section>
      ${badge(profile)}
      <h1>${client} asks for access</h1>
      <p class="faint">to the mailbox ${address}</p>
      <form method="post">
        <input type="hidden" name="step" value="consent" />
        ${scopes.map((scope) => permission(scope, profile === 'google' && scope !== 'openid'))}
        <div class="row">
          <button name="decision" value="accept">Accept</button>
          <button class="plain" name="decision" value="deny">Deny</button>
        </div>
      </form>
    </section>`,
  );
}

function permission(scope: string, optional: boolean): Html {
  const meaning = meanings[scope] ?? scope.replace(/^https:\/\/[^/]+\//, '');
  const box = optional
    ? html`<input type="checkbox" name="scope" value="${scope}" checked />`
    : html`<input type="hidden" name="scope" value="${scope}" />✓`;
  return html`<label class="line"
    >${box}<span>${meaning}<br /><small class="faint">${scope}</small></span></label
  >`;
}

/** In whose manner this page is. */
export function badge(profile: Profile): Html {
  return html`<div class="badge">${providerNames[profile]}</div>`;
}

function cancel(): Html {
  return html`<button class="plain" name="decision" value="deny" formnovalidate>Cancel</button>`;
}

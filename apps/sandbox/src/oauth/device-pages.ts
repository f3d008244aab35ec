import { type ErrorOut, type KoaContextWithOIDC } from 'oidc-provider';
import { html, type Html } from '../pages/html.js';
import { page, pageHeaders } from '../pages/page.js';
import { type Profile } from './profiles.js';
import { badge } from './sign-in-pages.js';

/** What the server puts into its own forms, for ours: where they go, and its token against forms from elsewhere. */
interface FormParts {
  readonly action: string;
  readonly xsrf: string;
}

const words: Readonly<Record<string, string>> = {
  NoCodeError: 'Enter the code that your device shows.',
  NotFoundError: 'There is no such code. Look again at what your device shows.',
  ExpiredError: 'This code is too old. Ask your device for a new one.',
  AlreadyUsedError: 'This code has been used. Ask your device for a new one.',
};

/** The pages of the device flow (RFC 8628 section 3.3): type the code, compare it, and be told how it ended. */
export function devicePages(profile: Profile) {
  return {
    userCodeInputSource: (ctx: KoaContextWithOIDC, form: string, out?: ErrorOut, error?: Error): void =>
      show(
        ctx,
        out?.error === 'access_denied' || error?.name === 'AbortedError'
          ? denied(profile)
          : codePage(profile, partsOf(form), problemOf(out, error)),
      ),
    userCodeConfirmSource: (
      ctx: KoaContextWithOIDC,
      form: string,
      client: { clientName?: string | undefined; clientId: string },
      _deviceInfo: unknown,
      userCode: string,
    ): void => show(ctx, confirmPage(profile, partsOf(form), client.clientName ?? client.clientId, userCode)),
    successSource: (ctx: KoaContextWithOIDC): void =>
      show(
        ctx,
        endPage(profile, 'done', 'Your device is signed in', 'Go back to it. You can close this page.'),
      ),
  };
}

function codePage(profile: Profile, { action, xsrf }: FormParts, problem: string | null): Html {
  return html`<section>
    ${badge(profile)}
    <h1>Connect a device</h1>
    <p class="faint">Enter the code that the device or the command line shows.</p>
    ${problem ? html`<p class="bad" role="alert">${problem}</p>` : null}
    <form method="post" action="${action}">
      <input type="hidden" name="step" value="device-code" />
      <input type="hidden" name="xsrf" value="${xsrf}" />
      <label
        >Code<input name="user_code" required autofocus autocomplete="off" autocapitalize="characters"
      /></label>
      <button>Next</button>
    </form>
  </section>`;
}

function confirmPage(profile: Profile, { action, xsrf }: FormParts, client: string, code: string): Html {
  return html`<section>
    ${badge(profile)}
    <h1>Is this your code?</h1>
    <p class="faint">${client} shows it on a device that wants to sign in as you.</p>
    <p><b>${code}</b></p>
    <form method="post" action="${action}">
      <input type="hidden" name="step" value="device-confirm" />
      <input type="hidden" name="xsrf" value="${xsrf}" />
      <input type="hidden" name="user_code" value="${code}" />
      <div class="row">
        <button name="confirm" value="yes">Continue</button>
        <button class="plain" name="abort" value="yes">Cancel</button>
      </div>
    </form>
  </section>`;
}

function denied(profile: Profile): Html {
  return endPage(profile, 'denied', 'The device was not signed in', 'You said no. It will be told so.');
}

function endPage(profile: Profile, outcome: string, title: string, text: string): Html {
  return html`<section>
    ${badge(profile)}
    <h1>${title}</h1>
    <p>${text}</p>
    <input type="hidden" name="step" value="device-${outcome}" />
  </section>`;
}

function problemOf(out: ErrorOut | undefined, error: Error | undefined): string | null {
  return words[error?.name ?? ''] ?? out?.error_description ?? out?.error ?? null;
}

function partsOf(form: string): FormParts {
  const after = (start: string): string => form.split(start)[1]?.split('"')[0] ?? '';
  return { action: after('action="'), xsrf: after('name="xsrf" value="') };
}

function show(ctx: KoaContextWithOIDC, body: Html): void {
  ctx.set(pageHeaders);
  ctx.body = page('Connect a device', body);
}

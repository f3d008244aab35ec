import { type ErrorOut, type KoaContextWithOIDC } from 'oidc-provider';
import { html } from '../pages/html.js';
import { page } from '../pages/page.js';
import { aadsts } from './aadsts.js';
import { type Profile } from './profiles.js';

/** The page shown when a request cannot be answered by a redirect, worded as the provider of the profile would. */
export function problemPage(ctx: KoaContextWithOIDC, profile: Profile, out: ErrorOut): void {
  ctx.type = 'html';
  ctx.body = page(
    'Sign-in problem',
    html`<section>
      <h1>We cannot sign you in</h1>
      <p class="bad">${wordsFor(profile, out)}</p>
      <p class="faint">${out.error}. Go back to the application and start again.</p>
    </section>`,
  );
}

function wordsFor(profile: Profile, { error, error_description: description }: ErrorOut): string {
  if (error === 'invalid_redirect_uri') {
    if (profile === 'microsoft')
      return aadsts(
        50011,
        'The redirect URI specified in the request does not match the ones configured for the application.',
      );
    if (profile === 'google') return 'Error 400: redirect_uri_mismatch';
  }
  return description ?? error;
}

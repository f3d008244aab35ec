import { createHash, randomBytes } from 'node:crypto';

/** How long an authorization may take, in seconds. */
export const CONSENT_SECONDS = 600;

/** 256 random bits for a URL or a cookie. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a random token: enough to recognise it, useless to whoever reads the database. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/**
 * The cookie that ties an authorization to the browser that began it (RFC 9700 section 2.1): one per authorization, so
 * that two tabs do not disturb each other. `Lax` because the way back is a top-level GET from the provider.
 */
export function consentCookie(state: string, value: string, secure: boolean): string {
  return `${nameFor(state, secure)}=${value}; Max-Age=${CONSENT_SECONDS}; ${attributes(secure)}`;
}

/** Takes the cookie away again. */
export function endedConsentCookie(state: string, secure: boolean): string {
  return `${nameFor(state, secure)}=; Max-Age=0; ${attributes(secure)}`;
}

/** The value of this authorization's cookie in a Cookie header (RFC 6265 section 5.4), or undefined. */
export function readConsentCookie(
  header: string | undefined,
  state: string,
  secure: boolean,
): string | undefined {
  const start = `${nameFor(state, secure)}=`;
  const pair = (header ?? '').split(';').find((each) => each.trim().startsWith(start));
  return pair?.trim().slice(start.length);
}

function attributes(secure: boolean): string {
  return `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

// `__Host-` keeps other hosts of the same domain from planting it (RFC 6265bis section 4.1.3.2).
function nameFor(state: string, secure: boolean): string {
  return `${secure ? '__Host-' : ''}mailroom-consent-${hashOf(state).slice(0, 16)}`;
}

import { SESSION_SECONDS } from './page-passes.js';

/** Where the cookie of the pages counts. */
export interface CookiePlace {
  /** The mount as browsers see it, e.g. `/backend/mailroom`. */
  readonly path: string;
  readonly secure: boolean;
}

/**
 * The cookie of a session of the pages: out of reach of scripts, never sent from another site, and to Mailroom's routes
 * alone, so that the host's own see nothing of it.
 */
export function pageCookie(value: string, place: CookiePlace): string {
  return `${nameFor(place)}=${value}; Max-Age=${SESSION_SECONDS}; ${attributes(place)}`;
}

/** Takes the cookie away again. */
export function endedPageCookie(place: CookiePlace): string {
  return `${nameFor(place)}=; Max-Age=0; ${attributes(place)}`;
}

/** Its value in a Cookie header (RFC 6265 section 5.4), or undefined. */
export function readPageCookie(header: string | undefined, place: CookiePlace): string | undefined {
  const start = `${nameFor(place)}=`;
  const pair = (header ?? '').split(';').find((each) => each.trim().startsWith(start));
  return pair?.trim().slice(start.length);
}

function attributes({ path, secure }: CookiePlace): string {
  return `Path=${path}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}

// `__Secure-` keeps it from being planted without TLS; `__Host-` would have to count everywhere (RFC 6265bis 4.1.3).
function nameFor({ secure }: CookiePlace): string {
  return `${secure ? '__Secure-' : ''}mailroom-pages`;
}

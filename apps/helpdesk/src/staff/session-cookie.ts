import { sameSignature, sign } from '../settings/signature.js';

/** The cookie's name. */
export const SESSION_COOKIE = 'helpdesk';
/** How long a sign-in lasts, in milliseconds. */
export const SESSION_MS = 12 * 3_600_000;

const PURPOSE = 'sign-in';

/** The cookie's value: login, end, and a signature over both. */
export function sealSession(secret: string, login: string, now: Date): string {
  const body = `${Buffer.from(login).toString('base64url')}.${now.getTime() + SESSION_MS}`;
  return `${body}.${sign(secret, PURPOSE, body)}`;
}

/** The login in the cookie, or null when it is not ours or past its end. */
export function openSession(secret: string, value: string, now: Date): string | null {
  const [login = '', end = '', signature = ''] = value.split('.');
  if (!sameSignature(signature, sign(secret, PURPOSE, `${login}.${end}`))) return null;
  return Number(end) > now.getTime() ? Buffer.from(login, 'base64url').toString() : null;
}

/** The value of one cookie in a Cookie header (RFC 6265 section 4.2.1). */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value !== undefined) return value;
  }
  return null;
}

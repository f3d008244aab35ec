import { sameSignature, sign } from '../settings/signature.js';

/** A cookie that says who somebody is, and for how long, in milliseconds. */
export interface StaffCookie {
  readonly name: string;
  readonly lastsMs: number;
  /** Keeps one cookie from passing for the other. */
  readonly purpose: string;
}

/** Somebody signed in. */
export const SIGNED_IN: StaffCookie = { name: 'helpdesk', lastsMs: 12 * 3_600_000, purpose: 'sign-in' };
/** Somebody who is signed in has just given the password once more. */
export const PROVED: StaffCookie = { name: 'helpdesk-proved', lastsMs: 5 * 60_000, purpose: 'proof' };

/** The cookie's value: login, end, and a signature over both. */
export function sealCookie(
  { lastsMs, purpose }: StaffCookie,
  secret: string,
  login: string,
  now: Date,
): string {
  const body = `${Buffer.from(login).toString('base64url')}.${now.getTime() + lastsMs}`;
  return `${body}.${sign(secret, purpose, body)}`;
}

/** The login in the cookie, or null when it is not ours or past its end. */
export function openCookie(
  { purpose }: StaffCookie,
  secret: string,
  value: string,
  now: Date,
): string | null {
  const [login = '', end = '', signature = ''] = value.split('.');
  if (!sameSignature(signature, sign(secret, purpose, `${login}.${end}`))) return null;
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

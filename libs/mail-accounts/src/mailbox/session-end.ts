import { type Credentials } from './mailbox-credentials.js';

/** Long enough for IDLE to pay, short enough for the daily limits that providers put on a session. */
const LONGEST_MS = 6 * 3_600_000;
const SHARE_OF_TOKEN = 0.9;

/**
 * When a session that begins `now` should end by itself: before its access token does (servers throw it out then,
 * in the middle of whatever it does), and in any case after six hours.
 */
export function sessionEnd(now: Date, credentials: Credentials): Date {
  const longest = now.getTime() + LONGEST_MS;
  if (credentials.kind === 'password') return new Date(longest);
  const left = Math.max(0, credentials.token.expiresAt.getTime() - now.getTime());
  return new Date(Math.min(longest, now.getTime() + left * SHARE_OF_TOKEN));
}

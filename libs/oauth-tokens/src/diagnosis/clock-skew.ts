import { oauthProblem } from '../oauth-problems.js';

/** What providers forgive in the times of assertions and tokens, in seconds. */
const TOLERATED = 300;

/**
 * Holds our clock against the Date header of an answer (RFC 9110 section 6.6.1). A provider that names no date, or
 * nonsense, proves nothing. Problem `clock-off` (`seconds`, `direction`).
 */
export function requireSameTime(date: string | null, now: Date): void {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return;
  const seconds = Math.round((now.getTime() - theirs) / 1000);
  if (Math.abs(seconds) <= TOLERATED) return;
  throw oauthProblem('clock-off', {
    params: { seconds: Math.abs(seconds), direction: seconds > 0 ? 'ahead of' : 'behind' },
    disposition: 'ask-admin',
  });
}

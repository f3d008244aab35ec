import { retryDelay, type Problem } from '@mailroom/kernel';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const SOON = { base: 5 * SECOND, cap: 5 * MINUTE };
const RARELY = { base: 2 * MINUTE, cap: 30 * MINUTE };

/** When an account is due again after a failure. */
export interface NextSession {
  readonly inMs: number;
  /** The provider wants to be left alone for that long: nobody comes earlier, not even when asked to. */
  readonly notBefore: boolean;
  /** A planned end that looks like a failure: nothing is counted, nobody is told. */
  readonly planned: boolean;
}

/** Microsoft says so for a moment after a mailbox was moved, and for good where IMAP is off or a licence is missing. */
const NOT_CONNECTED_TRIES = 6;

/**
 * Decides by the problem's disposition. What passes by itself is tried again after seconds, then minutes. What somebody
 * has to repair is looked at rarely: a token that comes back to life wakes its accounts (poke `token-live`).
 * `params.retryAfterMs` is the provider's own wish, which is kept even when it is longer than that.
 */
export function nextSession(
  { code, disposition, params }: Problem,
  failures: number,
  chance: () => number = Math.random,
): NextSession {
  // The server ended the session with its token, as announced: a new one has a new token. A server that says so again
  // and again soon after the sign-in is not taken at its word.
  if (code === 'mailbox-session-expired') {
    const inMs = failures > 1 ? retryDelay(failures - 1, SOON, chance) : SECOND;
    return { inMs, notBefore: false, planned: true };
  }
  const own = retryDelay(failures, paceOf(code, disposition, failures), chance);
  const wish = params['retryAfterMs'];
  if (typeof wish !== 'number') return { inMs: own, notBefore: false, planned: false };
  const kept = Math.round(wish + wish * 0.1 * chance());
  return { inMs: Math.max(own, kept), notBefore: true, planned: false };
}

/** How long to keep away, in ms, from a server that has ended so many sessions in a row within a minute. */
export function droppedDelay(setbacks: number, chance: () => number = Math.random): number {
  return retryDelay(setbacks, SOON, chance);
}

function paceOf(code: string, disposition: Problem['disposition'], failures: number) {
  if (code === 'mailbox-not-connected' && failures > NOT_CONNECTED_TRIES) return RARELY;
  return disposition === 'retry-later' ? SOON : RARELY;
}

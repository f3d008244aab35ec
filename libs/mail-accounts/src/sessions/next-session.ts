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
  // The server ended the session with its token, as announced: a new one has a new token.
  if (code === 'mailbox-session-expired') return { inMs: SECOND, notBefore: false, planned: true };
  const own = retryDelay(failures, disposition === 'retry-later' ? SOON : RARELY, chance);
  const wish = params['retryAfterMs'];
  if (typeof wish !== 'number') return { inMs: own, notBefore: false, planned: false };
  const kept = Math.round(wish + wish * 0.1 * chance());
  return { inMs: Math.max(own, kept), notBefore: true, planned: false };
}

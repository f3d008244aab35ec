import { retryDelay, type Problem } from '@mailroom/kernel';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

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
 * `params.retryAfterMs` is the provider's own wish; 0 means that it only wanted a new session.
 */
export function nextSession(
  { disposition, params }: Problem,
  failures: number,
  chance: () => number = Math.random,
): NextSession {
  const wish = params['retryAfterMs'];
  if (wish === 0) return { inMs: SECOND, notBefore: false, planned: true };
  if (typeof wish === 'number') {
    const inMs = Math.round(wish + wish * 0.1 * chance());
    return { inMs, notBefore: true, planned: false };
  }
  const pace =
    disposition === 'retry-later'
      ? { base: 5 * SECOND, cap: 5 * MINUTE }
      : { base: 2 * MINUTE, cap: 30 * MINUTE };
  return { inMs: retryDelay(failures, pace, chance), notBefore: false, planned: false };
}

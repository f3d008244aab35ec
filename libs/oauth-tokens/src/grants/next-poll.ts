import { type Problem } from '@mailroom/kernel';
import { type ClientAccess } from '../clients/client-access.js';
import { classifyTokenFailure } from '../failures/classify-token-failure.js';
import { oauthProblem } from '../oauth-problems.js';
import { type TokenOutcome } from '../token-endpoint/token-outcome.js';

const SLOWER_SECONDS = 5;
const SLOWEST_SECONDS = 60;

const ENDS: Readonly<Record<string, 'consent-denied' | 'device-code-expired'>> = {
  access_denied: 'consent-denied',
  // Microsoft's word for it.
  authorization_declined: 'consent-denied',
  expired_token: 'device-code-expired',
};

/** What to do after asking whether a device login was decided. */
export type NextPoll =
  | { readonly kind: 'wait'; readonly interval: number }
  | { readonly kind: 'ended'; readonly problem: Problem };

/**
 * How to go on after an answer without tokens (RFC 8628 section 3.5): `slow_down` adds five seconds, trouble on the way
 * doubles the interval (seconds, at most a minute). Problems: `consent-denied`, `device-code-expired`, and
 * `exchange-failed` (`class`, `code`).
 */
export function nextPoll(
  { template }: Pick<ClientAccess, 'template'>,
  { signs }: Extract<TokenOutcome, { kind: 'failure' }>,
  interval: number,
): NextPoll {
  if (signs.error === 'authorization_pending') return { kind: 'wait', interval };
  if (signs.error === 'slow_down') return { kind: 'wait', interval: interval + SLOWER_SECONDS };
  const named = ENDS[signs.error ?? ''];
  if (named) return { kind: 'ended', problem: oauthProblem(named) };
  const failure = classifyTokenFailure(template.provider, signs);
  if (failure.class === 'retry-later' && signs.error === undefined)
    return { kind: 'wait', interval: Math.min(2 * interval, SLOWEST_SECONDS) };
  const params = { class: failure.class, code: failure.code };
  return { kind: 'ended', problem: oauthProblem('exchange-failed', { params, disposition: failure.class }) };
}

import { type Disposition, type Problem } from '@mailroom/kernel';
import { oauthProblem } from '../oauth-problems.js';
import { type OAuthToken, type TokenState } from './oauth-token.js';

/** The state as of `now`: a token that cannot be refreshed is dead as soon as its access token ends. */
export function stateOf(token: OAuthToken, now: Date): TokenState {
  return token.sealedRefresh === null && token.accessExpiresAt <= now ? 'reconnect' : token.state;
}

/** The last refresh, when it failed: what helps, and what the provider calls it. */
export interface LastFailure {
  readonly code: string;
  readonly class: Disposition;
  readonly at: Date;
}

/** Null when the last refresh went well. */
export function lastFailure({
  failureCode,
  failureClass,
  failureAt,
}: Pick<OAuthToken, 'failureCode' | 'failureClass' | 'failureAt'>): LastFailure | null {
  if (failureCode === null || failureClass === null || failureAt === null) return null;
  return { code: failureCode, class: failureClass, at: failureAt };
}

/** May a refresh be tried now? Not without a refresh token, not for a dead grant, not too early after a failure. */
export function mayRefresh({ sealedRefresh, state, attempts, refreshDueAt }: OAuthToken, now: Date): boolean {
  const early = attempts > 0 && refreshDueAt !== null && refreshDueAt > now;
  return sealedRefresh !== null && state !== 'reconnect' && !early;
}

/** Why nobody gets an access token of this token, and what helps. */
export function whyNoToken(token: OAuthToken, now: Date): Problem {
  const { id: tokenId, clientId, mailbox, failureClass, failureCode, refreshDueAt } = token;
  const params = { tokenId, clientId, mailbox, code: failureCode };
  const unrefreshable = token.sealedRefresh === null;
  if (stateOf(token, now) === 'reconnect' || unrefreshable) {
    return oauthProblem('token-needs-reconnect', { params, disposition: 'reconnect' });
  }
  if (failureClass === 'ask-admin')
    return oauthProblem('token-needs-admin', { params, disposition: 'ask-admin' });
  if (failureClass === 'fix-client') {
    return oauthProblem('client-needs-fixing', { params, disposition: 'fix-client' });
  }
  const retryAt = (refreshDueAt ?? now).toISOString();
  return oauthProblem('token-refresh-delayed', {
    params: { ...params, retryAt },
    disposition: 'retry-later',
  });
}

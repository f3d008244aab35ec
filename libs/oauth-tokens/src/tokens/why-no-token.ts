import { type Disposition, type Problem } from '@mailroom/kernel';
import { type OAuthClient } from '../clients/oauth-client.js';
import { oauthProblem } from '../oauth-problems.js';
import { type OAuthToken, type TokenState } from './oauth-token.js';
import { type TokenOfClient } from './stored-tokens.js';

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

/**
 * May a refresh be tried now? Not without a refresh token, not for a dead grant, not too early after a failure of the
 * token or of its client.
 */
export function mayRefresh({ token, client }: TokenOfClient, now: Date): boolean {
  const { sealedRefresh, state, attempts, refreshDueAt } = token;
  const early = attempts > 0 && refreshDueAt !== null && refreshDueAt > now;
  return sealedRefresh !== null && state !== 'reconnect' && !early && !isPaused(client, now);
}

/** Is nobody to ask the provider in the name of this client for now? */
export function isPaused({ notBefore }: Pick<OAuthClient, 'notBefore'>, now: Date): boolean {
  return notBefore !== null && notBefore > now;
}

/** Why nobody gets an access token of this token, and what helps. */
export function whyNoToken({ token, client }: TokenOfClient, now: Date): Problem {
  const { id: tokenId, clientId, mailbox } = token;
  const paused = isPaused(client, now);
  const { failureClass, failureCode } = paused ? client : token;
  const params = { tokenId, clientId, mailbox, code: failureCode };
  if (stateOf(token, now) === 'reconnect' || token.sealedRefresh === null) {
    const own = { ...params, code: token.failureCode };
    return oauthProblem('token-needs-reconnect', { params: own, disposition: 'reconnect' });
  }
  if (failureClass === 'ask-admin')
    return oauthProblem('token-needs-admin', { params, disposition: 'ask-admin' });
  if (failureClass === 'fix-client') {
    return oauthProblem('client-needs-fixing', { params, disposition: 'fix-client' });
  }
  const retryAt = latest(now, token.refreshDueAt, paused ? client.notBefore : null).toISOString();
  return oauthProblem('token-refresh-delayed', {
    params: { ...params, retryAt },
    disposition: 'retry-later',
  });
}

function latest(now: Date, ...instants: readonly (Date | null)[]): Date {
  return instants.reduce<Date>((late, instant) => (instant && instant > late ? instant : late), now);
}

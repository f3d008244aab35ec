import { type Disposition, type Problem } from '@mailroom/kernel';
import { type OAuthClient } from '../clients/oauth-client.js';
import { oauthProblem } from '../oauth-problems.js';
import { type OAuthToken, type TokenState } from './oauth-token.js';
import { renewalOf } from './renewal.js';

/** A token with what of its client decides how and when it is renewed. */
export interface Standing {
  readonly token: OAuthToken;
  readonly client: Pick<OAuthClient, 'flow' | 'notBefore' | 'failureClass' | 'failureCode'>;
}

/** The state as of `now`: a token that cannot be renewed is dead as soon as its access token ends. */
export function stateOf(standing: Standing, now: Date): TokenState {
  const { accessExpiresAt, state } = standing.token;
  return renewalOf(standing) === 'none' && accessExpiresAt <= now ? 'reconnect' : state;
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
 * May a refresh be tried now? Not where there is no way to, not for a dead grant, not too early after a failure of the
 * token or of its client.
 */
export function mayRefresh(standing: Standing, now: Date): boolean {
  const { state, attempts, refreshDueAt } = standing.token;
  const early = attempts > 0 && refreshDueAt !== null && refreshDueAt > now;
  const may = renewalOf(standing) !== 'none' && state !== 'reconnect';
  return may && !early && !isPaused(standing.client, now);
}

/** Is nobody to ask the provider in the name of this client for now? */
export function isPaused({ notBefore }: Pick<OAuthClient, 'notBefore'>, now: Date): boolean {
  return notBefore !== null && notBefore > now;
}

/** Why nobody gets an access token of this token, and what helps. */
export function whyNoToken(standing: Standing, now: Date): Problem {
  const { token, client } = standing;
  const { id: tokenId, clientId, mailbox } = token;
  const paused = isPaused(client, now);
  const { failureClass, failureCode } = paused ? client : token;
  const params = { tokenId, clientId, mailbox, code: failureCode };
  if (stateOf(standing, now) === 'reconnect' || renewalOf(standing) === 'none') {
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

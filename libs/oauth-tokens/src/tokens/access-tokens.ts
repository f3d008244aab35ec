import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Clock, Problem, type Secret } from '@mailroom/kernel';
import { oauthProblem } from '../oauth-problems.js';
import { decideRefresh, type RefreshDecision } from './decide-refresh.js';
import { HotTokens } from './hot-tokens.js';
import { type OAuthToken } from './oauth-token.js';
import { LEASE_SECONDS } from './refresh-lease.js';
import { RefreshWaits } from './refresh-waits.js';
import { SingleFlight } from './single-flight.js';
import { StoredTokens, type TokenOfClient } from './stored-tokens.js';
import { TokenRefresh } from './token-refresh.js';
import { TokenSeals } from './token-seals.js';
import { mayRefresh, whyNoToken } from './why-no-token.js';

/** What opens mailboxes: a bearer token, and whose it is. */
export interface AccessToken {
  readonly tokenId: string;
  readonly value: Secret;
  readonly expiresAt: Date;
  /**
   * Whom it speaks for, as mail servers know them; null for an application that opens any mailbox it was let into. Which
   * mailbox to open is the account's own word (`user=` of XOAUTH2): a colleague's token opens a shared mailbox.
   */
  readonly user: string | null;
}

/** Longer than a lease, so that who waits for a process that died outlives its claim. */
const PATIENCE_MS = (LEASE_SECONDS + 15) * 1_000;
/** At shutdown an answer on its way gets this long: a provider's deadline and a little for storing it. */
const LANDING_MS = 12_000;

/**
 * The one door to a token. Callers of one process share one refresh, processes share one through a lease on the row,
 * and nobody holds a database connection while the provider is asked. As long as the access token in store is good, a
 * refresh that does not work out changes nothing for callers.
 *
 * Problems, each with its disposition: `token-not-found`, `client-not-valid`, `token-needs-reconnect` (reconnect),
 * `token-needs-admin` (ask-admin), `client-needs-fixing` (fix-client), `token-refresh-delayed` (retry-later,
 * `params.retryAt`).
 */
@Injectable()
export class AccessTokens implements BeforeApplicationShutdown {
  readonly #flights = new SingleFlight<AccessToken>();

  constructor(
    private readonly stored: StoredTokens,
    private readonly refresh: TokenRefresh,
    private readonly waits: RefreshWaits,
    private readonly seals: TokenSeals,
    private readonly clock: Clock,
    private readonly hot: HotTokens<AccessToken>,
  ) {}

  /**
   * An access token that is good for long enough to start something with, refreshed first if need be. What happens to a
   * token or its client elsewhere is known here after two seconds at the latest.
   */
  async get(tokenId: string): Promise<AccessToken> {
    return this.hot.find(tokenId) ?? this.#flights.join(tokenId, () => this.obtain(tokenId));
  }

  /**
   * A server refused this access token: answers the one in store when that is another by now, else refreshes once,
   * however many callers were refused.
   */
  async renew(tokenId: string, rejected: Secret): Promise<AccessToken> {
    this.hot.forget(tokenId);
    const { token } = await this.stored.get(tokenId);
    if (!this.opened(token).equals(rejected)) return this.get(tokenId);
    const refused = token.sealedAccess;
    return this.#flights.join(`${tokenId} ${refused}`, () => this.obtain(tokenId, refused));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#flights.landed(LANDING_MS);
  }

  private async obtain(tokenId: string, refused?: string): Promise<AccessToken> {
    const end = performance.now() + PATIENCE_MS;
    for (let round = 0, tried = false; ; round += 1) {
      const lookedAt = this.clock.now();
      const found = await this.stored.get(tokenId);
      const need = this.needOf(found, refused);
      if (need === 'usable') return this.keepHot(found, lookedAt);
      if (tried || performance.now() > end || !mayRefresh(found, this.clock.now())) {
        return this.lastResort(found, refused);
      }
      tried = await this.refresh.attempt(found);
      if (!tried && need === 'refresh-ahead') return this.handOut(found);
      if (!tried) await this.waits.settled(tokenId, Math.min(2_000, 50 * 2 ** round));
    }
  }

  private keepHot(found: TokenOfClient, lookedAt: Date): AccessToken {
    const token = this.handOut(found);
    this.hot.keep(token.tokenId, token, found.token, lookedAt);
    return token;
  }

  private needOf({ token, client }: TokenOfClient, refused?: string): RefreshDecision {
    if (client.validity !== 'valid') {
      throw oauthProblem('client-not-valid', { params: { clientId: client.id }, disposition: 'fix-client' });
    }
    if (token.state === 'reconnect' || token.sealedAccess === refused) return 'must-refresh';
    return decideRefresh(token, this.clock.now());
  }

  // No new one is to be had: the old one, while it lasts.
  private lastResort(found: TokenOfClient, refused?: string): AccessToken {
    const { token } = found;
    const now = this.clock.now();
    const usable =
      token.state !== 'reconnect' && token.sealedAccess !== refused && token.accessExpiresAt > now;
    if (!usable) throw whyNoToken(found, now);
    return this.handOut(found);
  }

  private handOut({ token, client }: TokenOfClient): AccessToken {
    const { id: tokenId, accessExpiresAt: expiresAt } = token;
    const user = client.flow === 'client-credentials' ? null : token.mailbox;
    return { tokenId, value: this.opened(token), expiresAt, user };
  }

  private opened(token: OAuthToken): Secret {
    try {
      return this.seals.openAccess(token);
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      const params = { ...cause.params, tokenId: token.id, mailbox: token.mailbox, code: cause.code };
      throw cause.disposition === 'ask-admin'
        ? oauthProblem('token-needs-admin', { params, disposition: 'ask-admin', cause })
        : oauthProblem('token-needs-reconnect', { params, disposition: 'reconnect', cause });
    }
  }
}

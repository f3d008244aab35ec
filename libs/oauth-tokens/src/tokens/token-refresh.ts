import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Clock, Problem, retryDelay, type Secret } from '@mailroom/kernel';
import { type ClientAccess } from '../clients/client-access.js';
import { OAuthClients } from '../clients/oauth-clients.js';
import { afterFailure } from '../failures/after-failure.js';
import { classifyTokenFailure } from '../failures/classify-token-failure.js';
import { type TokenFailure } from '../failures/token-failure.js';
import { TokenEndpoint } from '../token-endpoint/token-endpoint.js';
import { type TokenOutcome } from '../token-endpoint/token-outcome.js';
import { type TokenResponse } from '../token-endpoint/token-response.js';
import { type OAuthToken } from './oauth-token.js';
import { RefreshLease, type Claim } from './refresh-lease.js';
import { sealTokens } from './sealed-tokens.js';
import { TokenSeals } from './token-seals.js';

const STORE_TRIES = 6;

/** A refresh in somebody's hands. */
interface Errand {
  readonly token: OAuthToken;
  readonly client: ClientAccess;
  readonly claim: Claim;
}

type Failed = Extract<TokenOutcome, { kind: 'failure' }>;

/** Refreshes a token once: claims it, asks the provider, stores what came of it. */
@Injectable()
export class TokenRefresh {
  readonly #logger = new Logger('Mailroom');

  constructor(
    private readonly lease: RefreshLease,
    private readonly clients: OAuthClients,
    private readonly endpoint: TokenEndpoint,
    private readonly seals: TokenSeals,
    private readonly clock: Clock,
  ) {}

  /**
   * Tries once. False when it was not ours to try: somebody else is at it or was faster, it is too early after a
   * failure (unless an admin `insists`), or there is nothing to refresh with. What came of it is on the row.
   */
  async attempt(token: OAuthToken, insists = false): Promise<boolean> {
    const client = await this.clients.open(token.clientId);
    const claim = await this.lease.claim(token, insists);
    if (!claim) return false;
    const errand = { token, client, claim };
    const refresh = this.opened(errand);
    if (!refresh) {
      await this.fail(errand, { class: 'reconnect', code: 'secret-unreadable', certain: true });
      return true;
    }
    const outcome = await this.endpoint.refresh(client, refresh);
    if (outcome.kind === 'tokens') await this.keep(errand, outcome.tokens);
    else await this.fail(errand, classifyTokenFailure(client.template.provider, outcome.signs), outcome);
    return true;
  }

  // The key is gone, or the token belongs to another origin: no provider needs to be asked.
  private opened({ token, client, claim }: Errand): Secret | undefined {
    try {
      return this.seals.openRefresh(token.id, client.tokenEndpoint, claim.sent);
    } catch (error) {
      if (error instanceof Problem) return undefined;
      throw error;
    }
  }

  // Under strict rotation this answer is the only copy of the grant, so a database that hiccups is asked again.
  private async keep({ token, client, claim }: Errand, tokens: TokenResponse): Promise<void> {
    const sealed = sealTokens(this.seals, { tokenId: token.id, client }, tokens, this.clock.now());
    for (let attempt = 1; ; attempt += 1) {
      try {
        const stored = await this.lease.keep(claim, sealed);
        if (!stored) this.#logger.warn(`Token ${token.id}: an answer came after a newer one was stored`);
        return;
      } catch (error) {
        if (attempt === STORE_TRIES) throw error;
        await pause(retryDelay(attempt, { base: 250, cap: 4_000 }));
      }
    }
  }

  private async fail(errand: Errand, failure: TokenFailure, outcome?: Failed): Promise<void> {
    const { token, client, claim } = errand;
    const aftermath = afterFailure(failure, {
      token,
      rotation: client.template.rotation,
      doubtful: claim.doubtful,
      retryAfterMs: outcome?.retryAfterMs,
      now: this.clock.now(),
    });
    await this.lease.fail(claim, aftermath, outcome?.answered ?? true);
    const { failureClass, failureCode, state } = aftermath;
    this.#logger.warn(
      `Token ${token.id} was not refreshed: ${failureCode} (${failureClass}); it is ${state}`,
    );
  }
}

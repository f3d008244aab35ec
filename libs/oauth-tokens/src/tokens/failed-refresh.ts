import { Injectable, Logger } from '@nestjs/common';
import { type ClientAccess } from '../clients/client-access.js';
import { ClientBreaker } from '../clients/client-breaker.js';
import { afterClientFailure } from '../failures/after-client-failure.js';
import { afterFailure } from '../failures/after-failure.js';
import { type TokenFailure } from '../failures/token-failure.js';
import { type TokenOutcome } from '../token-endpoint/token-outcome.js';
import { type OAuthToken } from './oauth-token.js';
import { RefreshLease, type Claim } from './refresh-lease.js';

type Failed = Extract<TokenOutcome, { kind: 'failure' }>;

/** What the provider was asked with, and what it answered. */
export interface Asked {
  readonly client: ClientAccess;
  readonly outcome: Failed;
}

/** Keeps what a failed refresh means, for the token and for its client. */
@Injectable()
export class FailedRefresh {
  readonly #logger = new Logger('Mailroom');

  constructor(
    private readonly lease: RefreshLease,
    private readonly breaker: ClientBreaker,
  ) {}

  /** Notes the failure and ends the claim. `asked` is null when it did not come to a request. */
  async note(token: OAuthToken, claim: Claim, failure: TokenFailure, asked: Asked | null): Promise<void> {
    const { now, doubtful } = claim;
    const rotation = asked?.client.template.rotation ?? 'keeps-old';
    const retryAfterMs = asked?.outcome.retryAfterMs;
    const aftermath = afterFailure(failure, { token, rotation, doubtful, retryAfterMs, now });
    // The client first: who waits for this token looks at both when the claim ends.
    if (asked || failure.class === 'fix-client') await this.tellClient(token, claim, failure, asked);
    await this.lease.fail(claim, aftermath, asked?.outcome.answered ?? true);
    const { failureClass, failureCode, state } = aftermath;
    this.#logger.warn(
      `Token ${token.id} was not refreshed: ${failureCode} (${failureClass}); it is ${state}`,
    );
  }

  private async tellClient(
    { id: tokenId, clientId }: OAuthToken,
    { now, probing }: Claim,
    failure: TokenFailure,
    asked: Asked | null,
  ): Promise<void> {
    const status = asked?.outcome.signs.status ?? null;
    const retryAfterMs = asked?.outcome.retryAfterMs;
    await this.breaker.judge(clientId, tokenId, asked?.client.updatedAt ?? null, (client) =>
      afterClientFailure(failure, { client, tokenId, status, retryAfterMs, probing, now }),
    );
  }
}

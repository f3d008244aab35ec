import { Injectable } from '@nestjs/common';
import { AuditLog, EventLog } from '@mailroom/kernel';
import { type ClientAccess } from '../clients/client-access.js';
import { ClientBreaker } from '../clients/client-breaker.js';
import { afterClientFailure } from '../failures/after-client-failure.js';
import { afterFailure } from '../failures/after-failure.js';
import { nameDeath } from '../failures/name-death.js';
import { type TokenFailure } from '../failures/token-failure.js';
import { underSkew } from '../failures/under-skew.js';
import { ProviderClocks } from '../health/provider-clocks.js';
import { tokenAudit } from '../oauth-audit.js';
import { type TokenOutcome } from '../token-endpoint/token-outcome.js';
import { type OAuthToken } from './oauth-token.js';
import { RefreshLease, type Claim } from './refresh-lease.js';

/** What the provider was asked with, and what it answered. */
export interface Asked {
  readonly client: ClientAccess;
  readonly outcome: TokenOutcome;
}

/** What the end of a refresh means besides the tokens it brought: for the token, its client, and the clock. */
@Injectable()
export class SettledRefresh {
  readonly #log = new EventLog();

  constructor(
    private readonly lease: RefreshLease,
    private readonly breaker: ClientBreaker,
    private readonly clocks: ProviderClocks,
    private readonly audit: AuditLog,
  ) {}

  /** What the provider answered is in store. `clientFailed` says that the client was not sound until then. */
  async well(token: OAuthToken, { client, outcome }: Asked, clientFailed: boolean): Promise<void> {
    if (clientFailed) await this.breaker.close(client.id);
    await this.clocks.note(client.tokenEndpoint, outcome.skewMs);
    if (token.state === 'live') return;
    await this.audit.record(tokenAudit('token-recovered', token, null, { code: token.failureCode }));
  }

  /** Notes the failure and ends the claim. `asked` is null when it did not come to a request. */
  async badly(token: OAuthToken, claim: Claim, found: TokenFailure, asked: Asked | null): Promise<void> {
    const failure = named(underSkew(found, asked?.outcome.skewMs), token, claim, asked);
    // The client first: who waits for this token looks at both when the claim ends.
    if (asked || failure.class === 'fix-client') await this.tellClient(token, claim, failure, asked);
    await this.tellToken(token, claim, failure, asked);
    if (asked) await this.clocks.note(asked.client.tokenEndpoint, asked.outcome.skewMs);
  }

  private async tellToken(token: OAuthToken, claim: Claim, failure: TokenFailure, asked: Asked | null) {
    const { now, doubtful } = claim;
    const rotation = asked?.client.template.rotation ?? 'keeps-old';
    const { answered, retryAfterMs } = unheard(asked);
    const aftermath = afterFailure(failure, { token, rotation, doubtful, retryAfterMs, now });
    const noted = await this.lease.fail(claim, aftermath, answered);
    const { failureClass, failureCode: code, state } = aftermath;
    const facts = { tokenId: token.id, clientId: token.clientId, problem: code, class: failureClass, state };
    this.#log.warn('token-not-refreshed', 'A token was not refreshed', facts);
    if (!noted || state === token.state) return;
    await this.audit.record(tokenAudit('token-failed', token, null, { code, class: failureClass, state }));
  }

  private async tellClient(
    { id: tokenId, clientId }: OAuthToken,
    { now, probing }: Claim,
    failure: TokenFailure,
    asked: Asked | null,
  ): Promise<void> {
    const { status, retryAfterMs } = unheard(asked);
    await this.breaker.judge(clientId, tokenId, asked?.client.updatedAt ?? null, (client, alone) =>
      afterClientFailure(failure, { client, tokenId, alone, status, retryAfterMs, probing, now }),
    );
  }
}

/** Tokens that are not taken for an answer count as an answer that was not heard. */
function unheard(asked: Asked | null) {
  if (!asked) return { status: null, answered: true, retryAfterMs: undefined };
  const { outcome } = asked;
  if (outcome.kind === 'tokens') return { status: 200, answered: false, retryAfterMs: undefined };
  return { status: outcome.signs.status, answered: outcome.answered, retryAfterMs: outcome.retryAfterMs };
}

function named(failure: TokenFailure, token: OAuthToken, { now }: Claim, asked: Asked | null): TokenFailure {
  if (failure.class !== 'reconnect' || !asked) return failure;
  const { provider } = asked.client.template;
  const { connectedAt, accessObtainedAt: lastUsedAt, firstStrikeAt } = token;
  const refusedAt = firstStrikeAt ?? now;
  return { ...failure, code: nameDeath(failure.code, { provider, connectedAt, lastUsedAt, refusedAt }) };
}

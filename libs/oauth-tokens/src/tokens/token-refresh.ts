import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock, type Disposition, EventLog, Problem, retryDelay, withinCorrelation } from '@mailroom/kernel';
import { type ClientAccess } from '../clients/client-access.js';
import { OAuthClients } from '../clients/oauth-clients.js';
import { classifyTokenFailure } from '../failures/classify-token-failure.js';
import { withoutConsent } from '../failures/without-consent.js';
import { askByItself, isSelfReliant } from '../grants/ask-by-itself.js';
import { type TokenFailure } from '../failures/token-failure.js';
import { TokenEndpoint } from '../token-endpoint/token-endpoint.js';
import { type TokenOutcome } from '../token-endpoint/token-outcome.js';
import { type TokenResponse } from '../token-endpoint/token-response.js';
import { type OAuthToken } from './oauth-token.js';
import { renewalOf } from './renewal.js';
import { RefreshMeter } from './refresh-meter.js';
import { RefreshLease, type Claim } from './refresh-lease.js';
import { isAboutAnother } from './same-subject.js';
import { sealTokens } from './sealed-tokens.js';
import { SettledRefresh } from './settled-refresh.js';
import { type RefreshableToken } from './stored-tokens.js';
import { TokenSeals } from './token-seals.js';

const STORE_TRIES = 6;

/** A refresh with everything in hand that it needs in plain text. */
interface Errand {
  readonly client: ClientAccess;
  readonly ask: () => Promise<TokenOutcome>;
}

/** Refreshes a token once: claims it, asks the provider, stores what came of it. */
@Injectable()
export class TokenRefresh {
  readonly #log = new EventLog();

  constructor(
    private readonly lease: RefreshLease,
    private readonly clients: OAuthClients,
    private readonly endpoint: TokenEndpoint,
    private readonly seals: TokenSeals,
    private readonly clock: Clock,
    private readonly settled: SettledRefresh,
    private readonly meter: RefreshMeter,
  ) {}

  /**
   * Tries once. False when it was not ours to try: somebody else is at it or was faster, it is too early after a
   * failure of the token or of its client (unless an admin `insists`), or there is nothing to refresh with. What came of
   * it is on the row.
   */
  attempt(found: RefreshableToken, insists = false): Promise<boolean> {
    const { id: tokenId, clientId } = found.token;
    return withinCorrelation({ tokenId, clientId }, () => this.tryOnce(found, insists));
  }

  private async tryOnce(found: RefreshableToken, insists: boolean): Promise<boolean> {
    if (renewalOf(found) === 'none') return false;
    const { token } = found;
    const errand = this.prepare(found);
    const claim = await this.lease.claim(token, insists);
    if (!claim) return false;
    if ('certain' in errand) await this.settled.badly(token, claim, errand, null);
    else await this.ask(token, claim, errand);
    return true;
  }

  // Opened before the claim, so that nothing but the provider itself is waited for under it.
  private prepare({ token, ...stored }: RefreshableToken): Errand | TokenFailure {
    const client = opened(() => this.clients.opened(stored.client, stored.secrets));
    if (client instanceof Problem) return unopened(client, 'fix-client');
    if (isSelfReliant(client))
      return { client, ask: () => askByItself(this.endpoint, client, token.subject) };
    const sealed = token.sealedRefresh ?? '';
    const refresh = opened(() => this.seals.openRefresh(token.id, client.tokenEndpoint, sealed));
    if (refresh instanceof Problem) return unopened(refresh, 'reconnect');
    return { client, ask: () => this.endpoint.refresh(client, refresh) };
  }

  private async ask(token: OAuthToken, claim: Claim, { client, ask }: Errand): Promise<void> {
    const asked = performance.now();
    const outcome = await ask();
    const failure = failureOf(outcome, token, client);
    this.meter.asked(failure, performance.now() - asked);
    if (failure) return this.settled.badly(token, claim, failure, { client, outcome });
    const clientFailed = outcome.kind === 'tokens' && (await this.keep(token, claim, client, outcome.tokens));
    this.#log.info('token-refreshed', 'A token was refreshed', {
      durationMs: Math.round(performance.now() - asked),
    });
    return this.settled.well(token, { client, outcome }, clientFailed);
  }

  // Under strict rotation this answer is the only copy of the grant, so a database that hiccups is asked again.
  // Answers whether the client had failed before.
  private async keep(
    token: OAuthToken,
    claim: Claim,
    client: ClientAccess,
    tokens: TokenResponse,
  ): Promise<boolean> {
    const sealed = sealTokens(this.seals, { tokenId: token.id, client }, tokens, this.clock.now());
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { stored, clientFailed } = await this.lease.keep(claim, sealed, client.updatedAt);
        if (!stored) this.#log.warn('token-answer-late', 'An answer came after a newer one was stored');
        return clientFailed;
      } catch (error) {
        if (attempt === STORE_TRIES) throw error;
        await pause(retryDelay(attempt, { base: 250, cap: 4_000 }));
      }
    }
  }
}

// Tokens of somebody else must not take the place of the grant, whoever mixed them up.
function failureOf(
  outcome: TokenOutcome,
  { subject }: OAuthToken,
  client: ClientAccess,
): TokenFailure | null {
  if (outcome.kind === 'failure') {
    const failure = classifyTokenFailure(client.template.provider, outcome.signs);
    return withoutConsent(client.flow, failure);
  }
  const foreign = client.identity === 'id-token' && isAboutAnother(outcome.tokens.id_token, subject);
  return foreign ? { class: 'retry-later', code: 'another-subject', certain: true } : null;
}

const UNOPENED = new Set(['secret-unreadable', 'encryption-key-missing']);

function opened<T>(open: () => T): T | Problem {
  try {
    return open();
  } catch (error) {
    if (error instanceof Problem && UNOPENED.has(error.code)) return error;
    throw error;
  }
}

// Without its key an envelope is as good as before, and opens when the key is back.
function unopened({ code }: Problem, spoilt: Disposition): TokenFailure {
  return { class: code === 'secret-unreadable' ? spoilt : 'ask-admin', code, certain: true };
}

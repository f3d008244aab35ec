import { Injectable } from '@nestjs/common';
import { Clock } from '@mailroom/kernel';
import { type Validity } from '../clients/oauth-client.js';
import { type TokenState } from '../tokens/oauth-token.js';
import { StoredTokens, type TokenOfClient } from '../tokens/stored-tokens.js';
import { lastFailure, stateOf, type LastFailure } from '../tokens/why-no-token.js';

/** How a token is doing, with what its client wants to be warned of. */
export interface TokenHealthRow {
  readonly tokenId: string;
  readonly mailbox: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly clientValidity: Validity;
  readonly notifyOnExpiredToken: boolean;
  readonly notifyOnExpiredRefreshToken: boolean;
  readonly state: TokenState;
  readonly accessExpiresAt: Date;
  readonly refreshExpiresAt: Date | null;
  readonly hasRefreshToken: boolean;
  readonly failure: LastFailure | null;
  /** Since when the token is in this state. */
  readonly since: Date;
}

/** What banners are derived from. */
@Injectable()
export class TokenHealth {
  constructor(
    private readonly stored: StoredTokens,
    private readonly clock: Clock,
  ) {}

  /** Every token, as of now. */
  async all(): Promise<TokenHealthRow[]> {
    const now = this.clock.now();
    return (await this.stored.all()).map((found) => healthOf(found, now));
  }
}

function healthOf({ token, client }: TokenOfClient, now: Date): TokenHealthRow {
  const { id: tokenId, mailbox, clientId, accessExpiresAt, refreshExpiresAt } = token;
  const { name: clientName, validity, notifyOnExpiredToken, notifyOnExpiredRefreshToken } = client;
  const state = stateOf(token, now);
  return {
    tokenId,
    mailbox,
    clientId,
    clientName,
    clientValidity: validity,
    state,
    notifyOnExpiredToken,
    notifyOnExpiredRefreshToken,
    accessExpiresAt,
    refreshExpiresAt,
    hasRefreshToken: token.sealedRefresh !== null,
    failure: lastFailure(token),
    since: state === token.state ? token.since : accessExpiresAt,
  };
}

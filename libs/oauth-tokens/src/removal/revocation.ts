import { Injectable } from '@nestjs/common';
import { EventLog } from '@mailroom/kernel';
import { type ClientAccess } from '../clients/client-access.js';
import { OAuthClients } from '../clients/oauth-clients.js';
import { TokenEndpoint } from '../token-endpoint/token-endpoint.js';
import { type OAuthToken } from '../tokens/oauth-token.js';
import { TokenSeals } from '../tokens/token-seals.js';

/** Tells providers of grants that nobody needs any more (RFC 7009): best effort, after the fact, never an error. */
@Injectable()
export class Revocation {
  readonly #log = new EventLog();

  constructor(
    private readonly clients: OAuthClients,
    private readonly endpoint: TokenEndpoint,
    private readonly seals: TokenSeals,
  ) {}

  /** The client opened for revoking, or null where there is nothing to be told or it cannot be opened. */
  async prepare(clientId: string): Promise<ClientAccess | null> {
    const client = await this.clients.open(clientId).catch(() => null);
    return client?.revocationEndpoint ? client : null;
  }

  /** Revokes the grants of tokens that are gone already. True when the provider took every one of them. */
  async revoke(client: ClientAccess | null, tokens: readonly OAuthToken[]): Promise<boolean> {
    if (!client) return false;
    let all = true;
    for (const token of tokens) {
      const done = await this.revokeOne(client, token).catch(() => false);
      if (!done) {
        const facts = { tokenId: token.id, clientId: token.clientId };
        this.#log.warn(
          'token-not-revoked',
          'A token is gone here, but its provider could not be told',
          facts,
        );
      }
      all &&= done;
    }
    return all;
  }

  private async revokeOne(client: ClientAccess, token: OAuthToken): Promise<boolean> {
    const { id, sealedRefresh } = token;
    const secret =
      sealedRefresh === null
        ? this.seals.openAccess(token)
        : this.seals.openRefresh(id, client.tokenEndpoint, sealedRefresh);
    return this.endpoint.revoke(client, secret);
  }
}

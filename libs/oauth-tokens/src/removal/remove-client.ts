import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { OAuthClient } from '../clients/oauth-client.js';
import { oauthProblem } from '../oauth-problems.js';
import { OAuthToken } from '../tokens/oauth-token.js';
import { TokenUses } from '../uses/token-uses.js';
import { namesOf, refusingInUse } from './in-use.js';
import { Revocation } from './revocation.js';

/** Deletes clients together with their tokens, as long as nothing stands on any of them. */
@Injectable()
export class RemoveClient {
  constructor(
    private readonly database: Database,
    private readonly uses: TokenUses,
    private readonly revocation: Revocation,
  ) {}

  /** Problems `client-not-found`, `client-in-use` (`uses`, `count`). */
  async run(clientId: string): Promise<void> {
    const access = await this.revocation.prepare(clientId);
    const tokens = await refusingInUse(
      clientId,
      this.database.transaction((tx) => this.take(clientId, tx)),
    );
    await this.revocation.revoke(access, tokens);
  }

  private async take(clientId: string, tx: EntityManager): Promise<OAuthToken[]> {
    const tokens = await tx
      .getRepository(OAuthToken)
      .find({ where: { clientId }, lock: { mode: 'pessimistic_write' }, order: { id: 'asc' } });
    const uses = [];
    for (const { id } of tokens) uses.push(...(await this.uses.of(id, tx)));
    if (uses.length > 0) throw oauthProblem('client-in-use', { params: { clientId, ...namesOf(uses) } });
    await tx.getRepository(OAuthToken).delete({ clientId });
    const { affected } = await tx.getRepository(OAuthClient).delete({ id: clientId });
    if (affected === 0) throw oauthProblem('client-not-found', { params: { clientId } });
    return tokens;
  }
}

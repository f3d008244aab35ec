import { Injectable } from '@nestjs/common';
import { AuditLog, Database, type Actor } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { OAuthClient } from '../clients/oauth-client.js';
import { oauthAudit } from '../oauth-audit.js';
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
    private readonly audit: AuditLog,
  ) {}

  /** Problems `client-not-found`, `client-in-use` (`uses`, `count`). */
  async run(clientId: string, actor: Actor): Promise<void> {
    const access = await this.revocation.prepare(clientId);
    const tokens = await refusingInUse(
      clientId,
      this.database.transaction((tx) => this.take(clientId, actor, tx)),
    );
    await this.revocation.revoke(access, tokens);
  }

  private async take(clientId: string, actor: Actor, tx: EntityManager): Promise<OAuthToken[]> {
    const client = await tx.getRepository(OAuthClient).findOneBy({ id: clientId });
    if (!client) throw oauthProblem('client-not-found', { params: { clientId } });
    const tokens = await tx
      .getRepository(OAuthToken)
      .find({ where: { clientId }, lock: { mode: 'pessimistic_write' }, order: { id: 'asc' } });
    const ids = tokens.map(({ id }) => id);
    const uses = [...(await this.uses.ofMany(ids, tx)).values()].flat();
    if (uses.length > 0) throw oauthProblem('client-in-use', { params: { clientId, ...namesOf(uses) } });
    await tx.getRepository(OAuthToken).delete({ clientId });
    await tx.getRepository(OAuthClient).delete({ id: clientId });
    await this.audit.record(oauthAudit('client-deleted', client, actor, { tokens: tokens.length }), tx);
    return tokens;
  }
}

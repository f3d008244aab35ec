import { Injectable } from '@nestjs/common';
import { AuditLog, Database, type Actor } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { tokenAudit } from '../oauth-audit.js';
import { oauthProblem } from '../oauth-problems.js';
import { OAuthToken } from '../tokens/oauth-token.js';
import { TokenUses } from '../uses/token-uses.js';
import { namesOf, refusingInUse } from './in-use.js';
import { Revocation } from './revocation.js';

/** Deletes tokens that nothing stands on. */
@Injectable()
export class RemoveToken {
  constructor(
    private readonly database: Database,
    private readonly uses: TokenUses,
    private readonly revocation: Revocation,
    private readonly audit: AuditLog,
  ) {}

  /** Deletes it here, then tells the provider. Problems `token-not-found`, `token-in-use` (`uses`, `count`). */
  async run(tokenId: string, actor: Actor): Promise<void> {
    const token = await refusingInUse(
      tokenId,
      this.database.transaction((tx) => this.take(tokenId, actor, tx)),
    );
    await this.revocation.revoke(await this.revocation.prepare(token.clientId), [token]);
  }

  private async take(tokenId: string, actor: Actor, tx: EntityManager): Promise<OAuthToken> {
    const tokens = tx.getRepository(OAuthToken);
    const token = await tokens.findOne({ where: { id: tokenId }, lock: { mode: 'pessimistic_write' } });
    if (!token) throw oauthProblem('token-not-found', { params: { tokenId } });
    const uses = await this.uses.of(tokenId, tx);
    if (uses.length > 0) throw oauthProblem('token-in-use', { params: { tokenId, ...namesOf(uses) } });
    await tokens.delete({ id: tokenId });
    await this.audit.record(tokenAudit('token-deleted', token, actor, { client: token.clientId }), tx);
    return token;
  }
}

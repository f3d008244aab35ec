import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Pokes, type Actor } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { tokenAudit } from '../oauth-audit.js';
import { oauthProblem } from '../oauth-problems.js';
import { HotTokens } from '../tokens/hot-tokens.js';
import { OAuthToken } from '../tokens/oauth-token.js';
import { TOKEN_SETTLED } from '../tokens/refresh-lease.js';
import { TokenSeals } from '../tokens/token-seals.js';
import { Revocation } from './revocation.js';

/** Whether the provider knows: it was told, it could not be told, or it has no ear for it (Microsoft). */
export const revocations = ['done', 'failed', 'unsupported'] as const;
export type Revoked = (typeof revocations)[number];

/** What the failure of a token is called that an admin disconnected. */
export const DISCONNECTED = 'disconnected';

/** Lets go of a grant without letting go of its token: what uses it stays, and the token can be reconnected in place. */
@Injectable()
export class DisconnectToken {
  constructor(
    private readonly database: Database,
    private readonly seals: TokenSeals,
    private readonly revocation: Revocation,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly pokes: Pokes,
    private readonly hot: HotTokens<unknown>,
  ) {}

  /**
   * Forgets both halves here, then tells the provider; nothing is handed out from then on (by other processes that miss
   * the hint: from two seconds later). Problems `token-not-found`,
   * `token-disconnected` (it is already). What goes `alongside` happens in the same transaction, before it.
   */
  async run(
    tokenId: string,
    actor: Actor,
    alongside: (tx: EntityManager) => Promise<void> = async () => undefined,
  ): Promise<Revoked> {
    const token = await this.database.transaction(async (tx) => {
      await alongside(tx);
      return this.forget(tokenId, actor, tx);
    });
    // The other processes hear of it by a hint.
    this.hot.forget(tokenId);
    const client = await this.revocation.prepare(token.clientId);
    if (!client) return 'unsupported';
    return (await this.revocation.revoke(client, [token])) ? 'done' : 'failed';
  }

  private async forget(tokenId: string, actor: Actor, tx: EntityManager): Promise<OAuthToken> {
    const tokens = tx.getRepository(OAuthToken);
    const token = await tokens.findOne({ where: { id: tokenId }, lock: { mode: 'pessimistic_write' } });
    if (!token) throw oauthProblem('token-not-found', { params: { tokenId } });
    if (token.failureCode === DISCONNECTED) throw oauthProblem('token-disconnected', { params: { tokenId } });
    // An envelope with nothing in it: whatever re-seals or reads the row finds it as it should be.
    const nothing = this.seals.sealAccess(tokenId, '');
    await this.database.query(FORGET, [tokenId, nothing, this.clock.now(), DISCONNECTED], tx);
    await this.pokes.poke(TOKEN_SETTLED, tokenId, tx);
    await this.audit.record(tokenAudit('token-disconnected', token, actor, { client: token.clientId }), tx);
    return token;
  }
}

const FORGET = `
  update mailroom.oauth_token
     set state = 'reconnect', since = mailroom.now(), sealed_access = $2, access_expires_at = $3, sealed_refresh = null,
         refresh_expires_at = null, refresh_obtained_at = null, refresh_due_at = null, attempts = 0,
         first_strike_at = null, unanswered = false, failure_code = $4, failure_class = 'reconnect',
         failure_at = mailroom.now(), lease_epoch = lease_epoch + 1, lease_until = null
   where id = $1`;

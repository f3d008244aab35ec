import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, Pokes } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type ClientAccess } from '../clients/client-access.js';
import { oauthProblem } from '../oauth-problems.js';
import { type TokenResponse } from '../token-endpoint/token-response.js';
import { OAuthToken } from './oauth-token.js';
import { TOKEN_LIVE } from './refresh-lease.js';
import { sealTokens } from './sealed-tokens.js';
import { TokenSeals } from './token-seals.js';

/** A verified consent. */
export interface Connection {
  readonly client: ClientAccess;
  readonly tokens: TokenResponse;
  readonly subject: string;
  readonly mailbox: string;
  /** The scope asked for: what an answer without a scope grants. */
  readonly asked: string;
  /** The token to reconnect, if there is one. */
  readonly reconnects: string | null;
  readonly by: string;
}

/** Stores what a consent brought, as a new token or in place of the former one of the same identity. */
@Injectable()
export class ConnectedToken {
  constructor(
    private readonly database: Database,
    private readonly seals: TokenSeals,
    private readonly pokes: Pokes,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores it in one transaction with whatever goes `alongside`, and answers the token's id. Problem
   * `another-identity` when the token to reconnect is somebody else's.
   */
  async store(
    connection: Connection,
    alongside: (tokenId: string, tx: EntityManager) => Promise<void>,
  ): Promise<string> {
    return this.database.transaction(async (tx) => {
      const tokenId = await this.upsert(connection, tx);
      await alongside(tokenId, tx);
      await this.pokes.poke(TOKEN_LIVE, tokenId, tx);
      return tokenId;
    });
  }

  private async upsert(connection: Connection, tx: EntityManager): Promise<string> {
    const { client, tokens, subject, mailbox, asked, by } = connection;
    const tokenId = (await this.formerId(connection, tx)) ?? randomUUID();
    const sealed = sealTokens(this.seals, { tokenId, client }, tokens, this.clock.now());
    await this.database.query(
      UPSERT,
      [
        tokenId,
        client.id,
        mailbox,
        subject,
        sealed.scope ?? asked,
        sealed.sealedAccess,
        sealed.accessObtainedAt,
        sealed.accessExpiresAt,
        sealed.sealedRefresh,
        sealed.refreshExpiresAt,
        sealed.refreshDueAt,
        by,
      ],
      tx,
    );
    return tokenId;
  }

  // The lock on the client makes two consents of one identity at once take turns.
  private async formerId(connection: Connection, tx: EntityManager): Promise<string | undefined> {
    const { client, subject, mailbox, reconnects } = connection;
    await this.database.query('select from mailroom.oauth_client where id = $1 for update', [client.id], tx);
    const tokens = tx.getRepository(OAuthToken);
    if (reconnects === null) return (await tokens.findOneBy({ clientId: client.id, subject }))?.id;
    const former = await tokens.findOneBy({ id: reconnects });
    if (!former) throw oauthProblem('token-not-found', { params: { tokenId: reconnects } });
    if (former.subject !== subject) {
      throw oauthProblem('another-identity', { params: { expected: former.mailbox, actual: mailbox } });
    }
    return former.id;
  }
}

const UPSERT = `
  insert into mailroom.oauth_token as token
    (id, client_id, mailbox, subject, scope, sealed_access, access_obtained_at, access_expires_at,
     sealed_refresh, refresh_obtained_at, refresh_expires_at, refresh_due_at, connected_by, connected_at, since)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $9::text is not null then $7::timestamptz end, $10, $11, $12, $7, $7)
  on conflict (id) do update
     set since = case when token.state = 'live' then token.since else excluded.since end, state = 'live',
         mailbox = excluded.mailbox, scope = excluded.scope, sealed_access = excluded.sealed_access,
         access_obtained_at = excluded.access_obtained_at, access_expires_at = excluded.access_expires_at,
         sealed_refresh = excluded.sealed_refresh, refresh_obtained_at = excluded.refresh_obtained_at,
         refresh_expires_at = excluded.refresh_expires_at,
         refresh_due_at = excluded.refresh_due_at, connected_by = excluded.connected_by,
         connected_at = excluded.connected_at, attempts = 0, first_strike_at = null, unanswered = false,
         failure_code = null, failure_class = null, failure_at = null,
         lease_epoch = token.lease_epoch + 1, lease_until = null`;

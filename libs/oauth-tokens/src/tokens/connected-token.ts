import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Pokes, type Actor } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type ClientAccess } from '../clients/client-access.js';
import { tokenAudit, type TokenArrival } from '../oauth-audit.js';
import { oauthProblem } from '../oauth-problems.js';
import { type TokenResponse } from '../token-endpoint/token-response.js';
import { OAuthToken } from './oauth-token.js';
import { TOKEN_LIVE } from './refresh-lease.js';
import { isSamePerson, type Person } from './same-person.js';
import { sealTokens } from './sealed-tokens.js';
import { TokenSeals } from './token-seals.js';

/** Tokens that were verified, and whose they are. */
export interface Connection extends Person {
  readonly client: ClientAccess;
  readonly tokens: TokenResponse;
  readonly mailbox: string;
  /** False where the provider itself says that nobody has proved whose address it is. */
  readonly mailboxVerified: boolean;
  /** The scope asked for: what an answer without a scope grants. */
  readonly asked: string;
  /** The token to reconnect, if there is one. */
  readonly reconnects: string | null;
  /** May the token to reconnect become somebody else's? */
  readonly anotherIdentity: boolean;
  readonly actor: Actor;
}

/** Stores tokens that a provider gave, as a new token or in place of the former one of the same identity. */
@Injectable()
export class ConnectedToken {
  constructor(
    private readonly database: Database,
    private readonly seals: TokenSeals,
    private readonly pokes: Pokes,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Stores them in one transaction with whatever goes `alongside`, and answers the token's id. Problems
   * `another-identity` (`expected`, `actual`) when the token to reconnect is somebody else's, and `identity-has-token`
   * when whoever it is to become has one already.
   */
  async store(
    connection: Connection,
    arrival: TokenArrival,
    alongside: (
      tokenId: string,
      tx: EntityManager,
      former: OAuthToken | undefined,
    ) => Promise<void> = async () => undefined,
  ): Promise<string> {
    return this.database.transaction(async (tx) => {
      const former = await this.former(connection, tx);
      const tokenId = former?.id ?? randomUUID();
      await this.upsert(tokenId, connection, tx);
      await this.record(tokenId, former, connection, arrival, tx);
      await alongside(tokenId, tx, former);
      await this.pokes.poke(TOKEN_LIVE, tokenId, tx);
      return tokenId;
    });
  }

  private async upsert(tokenId: string, connection: Connection, tx: EntityManager): Promise<void> {
    const { client, tokens, subject, objectId, tenantId, mailbox, asked, actor } = connection;
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
        actor.name,
        objectId,
        tenantId,
        client.updatedAt,
      ],
      tx,
    );
  }

  private async former(connection: Connection, tx: EntityManager): Promise<OAuthToken | undefined> {
    const { client, reconnects, mailbox, anotherIdentity } = connection;
    // The lock makes two consents of one identity at once take turns.
    await this.database.query('select from mailroom.oauth_client where id = $1 for update', [client.id], tx);
    const theirs = await this.tokenOf(connection, tx);
    if (reconnects === null) return theirs;
    const former = await tx.getRepository(OAuthToken).findOneBy({ id: reconnects });
    if (!former) throw oauthProblem('token-not-found', { params: { tokenId: reconnects } });
    if (!anotherIdentity && !isSamePerson(former, connection)) {
      throw oauthProblem('another-identity', { params: { expected: former.mailbox, actual: mailbox } });
    }
    if (theirs && theirs.id !== former.id) {
      throw oauthProblem('identity-has-token', { params: { tokenId: theirs.id, actual: mailbox } });
    }
    return former;
  }

  private async tokenOf(person: Connection, tx: EntityManager): Promise<OAuthToken | undefined> {
    const { subject, objectId, tenantId } = person;
    const { rows } = await this.database.query<{ id: string }>(
      CANDIDATES,
      [person.client.id, subject, objectId, tenantId],
      tx,
    );
    const tokens = tx.getRepository(OAuthToken);
    const found = await Promise.all(rows.map(({ id }) => tokens.findOneByOrFail({ id })));
    return found.find((token) => isSamePerson(token, person));
  }

  private async record(
    id: string,
    former: OAuthToken | undefined,
    connection: Connection,
    arrival: TokenArrival,
    tx: EntityManager,
  ): Promise<void> {
    const { client, mailbox, actor } = connection;
    const token = { id, mailbox };
    const again = former !== undefined && arrival === 'token-connected';
    const details = { client: client.id, flow: client.flow };
    await this.audit.record(tokenAudit(again ? 'token-reconnected' : arrival, token, actor, details), tx);
    if (!former || isSamePerson(former, connection)) return;
    const change = { from: former.mailbox, to: mailbox };
    await this.audit.record(tokenAudit('token-identity-changed', token, actor, change), tx);
  }
}

const CANDIDATES = `
  select id from mailroom.oauth_token
   where client_id = $1 and (subject = $2 or (object_id = $3 and tenant_id = $4))
   order by subject = $2 desc`;

const UPSERT = `
  insert into mailroom.oauth_token as token
    (id, client_id, mailbox, subject, scope, sealed_access, access_obtained_at, access_expires_at,
     sealed_refresh, refresh_obtained_at, refresh_expires_at, refresh_due_at, connected_by, connected_at, since,
     object_id, tenant_id)
  values ($1, $2, $3, $4, $5, $6, $7,
          -- Asked for by a client that allowed fewer mail servers than it does now: to be asked for again.
          case when exists (select from mailroom.oauth_client where id = $2 and hosts_widened_at > $15)
               then mailroom.now() else $8::timestamptz end, $9, case when $9::text is not null then $7::timestamptz end, $10, $11, $12, $7, $7,
          $13, $14)
  on conflict (id) do update
     set since = case when token.state = 'live' then token.since else excluded.since end, state = 'live',
         mailbox = excluded.mailbox, subject = excluded.subject, object_id = excluded.object_id,
         tenant_id = excluded.tenant_id, scope = excluded.scope, sealed_access = excluded.sealed_access,
         access_obtained_at = excluded.access_obtained_at, access_expires_at = excluded.access_expires_at,
         sealed_refresh = excluded.sealed_refresh, refresh_obtained_at = excluded.refresh_obtained_at,
         refresh_expires_at = excluded.refresh_expires_at,
         refresh_due_at = excluded.refresh_due_at, connected_by = excluded.connected_by,
         connected_at = excluded.connected_at, attempts = 0, first_strike_at = null, unanswered = false,
         failure_code = null, failure_class = null, failure_at = null,
         lease_epoch = token.lease_epoch + 1, lease_until = null`;

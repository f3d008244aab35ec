import { Injectable } from '@nestjs/common';
import { AuditLog, Database } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type ClientVerdict } from '../failures/after-client-failure.js';
import { oauthAudit } from '../oauth-audit.js';
import { OAuthClient } from './oauth-client.js';

/** Decides on the client as it is, under a lock on its row; `alone` says that no other token of it is alive. */
export type Judge = (client: OAuthClient, alone: boolean) => ClientVerdict | null;

/**
 * The circuit breaker of each client. Open, it keeps every token of the client from asking the provider until
 * `not_before`; then one at a time probes (the claim of a refresh sees to that), and the first that is answered closes it.
 */
@Injectable()
export class ClientBreaker {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Notes what the refresh of a token says of its client. Does nothing when the client was changed since `seen`: what
   * failed is not what is there now.
   */
  async judge(clientId: string, tokenId: string, seen: Date | null, judge: Judge): Promise<void> {
    await this.database.transaction(async (tx) => {
      const clients = tx.getRepository(OAuthClient);
      const client = await clients.findOne({ where: { id: clientId }, lock: { mode: 'pessimistic_write' } });
      if (!client || (seen && client.updatedAt.getTime() !== seen.getTime())) return;
      const verdict = judge(client, await this.isAlone(clientId, tokenId, tx));
      if (verdict?.kind === 'failing') await this.note(client, tokenId, verdict, tx);
      else if (verdict?.kind === 'sound') await this.close(client.id, tx);
    });
  }

  /** The provider answered as it should: whatever was wrong is over, and who waited for that is due at once. */
  async close(clientId: string, tx?: EntityManager): Promise<void> {
    const { rows } = await this.database.query<{ name: string; opened: boolean; code: string }>(
      CLOSE,
      [clientId],
      tx,
    );
    const [closed] = rows;
    if (!closed?.opened) return;
    await this.database.query(AGAIN, [clientId], tx);
    const { name, code } = closed;
    await this.audit.record(oauthAudit('client-recovered', { id: clientId, name }, null, { code }), tx);
  }

  private async isAlone(clientId: string, tokenId: string, tx: EntityManager): Promise<boolean> {
    const { rows } = await this.database.query(OTHERS, [clientId, tokenId], tx);
    return rows.length === 0;
  }

  private async note(
    client: OAuthClient,
    tokenId: string,
    verdict: Extract<ClientVerdict, { kind: 'failing' }>,
    tx: EntityManager,
  ): Promise<void> {
    const { failures, failureCode: code, failureClass, waitMs } = verdict;
    await this.database.query(NOTE, [client.id, failures, code, failureClass, tokenId, waitMs], tx);
    if (client.notBefore !== null || waitMs === null) return;
    const details = { code, class: failureClass };
    await this.audit.record(oauthAudit('client-failed', client, null, details), tx);
  }
}

const OTHERS = `
  select from mailroom.oauth_token where client_id = $1 and state <> 'reconnect' and id <> $2 limit 1`;

const NOTE = `
  update mailroom.oauth_client
     set failures = $2, failure_code = $3, failure_class = $4, failure_at = mailroom.now(), failed_token_id = $5,
         failing_since = coalesce(failing_since, mailroom.now()),
         not_before = coalesce(mailroom.now() + $6 * interval '1 millisecond', not_before)
   where id = $1`;

const CLOSE = `
  with former as (
    select id, not_before is not null as opened, failure_code as code
      from mailroom.oauth_client where id = $1 and failures > 0 for update)
  update mailroom.oauth_client client
     set failures = 0, failure_code = null, failure_class = null, failure_at = null, failed_token_id = null,
         failing_since = null, not_before = null
    from former where client.id = former.id
  returning client.name, former.opened, former.code`;

const AGAIN = `
  update mailroom.oauth_token set attempts = 0, refresh_due_at = mailroom.now()
   where client_id = $1 and state <> 'reconnect' and attempts > 0 and failure_class = 'fix-client'`;

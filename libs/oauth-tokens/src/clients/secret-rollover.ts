import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, type Actor } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { oauthAudit } from '../oauth-audit.js';
import { oauthProblem } from '../oauth-problems.js';
import { secretAnswer } from './client-answer.js';
import { ClientSecrets, type TypedSecret } from './client-secrets.js';
import { lockClient } from './lock-client.js';
import { OAuthClientSecret } from './oauth-client-secret.js';
import { OAuthClient } from './oauth-client.js';
import { tellTokensOfChange } from './tell-tokens.js';

const MOST = 2;

/** A secret without the secret. */
type ShownSecret = ReturnType<typeof secretAnswer>;

/**
 * Replaces secrets without a gap: the new one comes beside the old one, both are tried, and the old one goes when the
 * provider has forgotten it.
 */
@Injectable()
export class SecretRollover {
  constructor(
    private readonly database: Database,
    private readonly secrets: ClientSecrets,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Problems `client-not-found`, `secrets-full`, `secret-id-pasted`. */
  async add(clientId: string, typed: TypedSecret, actor: Actor): Promise<ShownSecret> {
    return this.database.transaction(async (tx) => {
      const client = await lockClient(tx, clientId);
      const held = await this.secrets.rowsOf([clientId], tx);
      if (held.length >= MOST)
        throw oauthProblem('secrets-full', { field: 'secret', params: { most: MOST } });
      const row = { ...this.secrets.sealed(client, typed, actor), id: randomUUID(), refusedAt: null };
      await tx.getRepository(OAuthClientSecret).insert(row);
      await this.touch(tx, clientId, actor);
      // What failed for want of a good secret is tried again at once.
      await tellTokensOfChange(this.database, tx, client);
      await this.audit.record(oauthAudit('secret-added', client, actor, { secretId: row.id }), tx);
      return secretAnswer(row);
    });
  }

  /** Another end of a secret. Problems `client-not-found`, `secret-not-found`. */
  async change(
    clientId: string,
    id: string,
    { expiresAt }: Pick<TypedSecret, 'expiresAt'>,
    actor: Actor,
  ): Promise<ShownSecret> {
    return this.database.transaction(async (tx) => {
      const { client, secret } = await this.find(tx, clientId, id);
      secret.expiresAt = expiresAt === null ? null : new Date(expiresAt);
      await tx.getRepository(OAuthClientSecret).save(secret);
      await this.audit.record(oauthAudit('secret-changed', client, actor, { secretId: id }), tx);
      return secretAnswer(secret);
    });
  }

  /** Problems `client-not-found`, `secret-not-found`. */
  async remove(clientId: string, id: string, actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { client } = await this.find(tx, clientId, id);
      await tx.getRepository(OAuthClientSecret).delete({ id });
      await this.touch(tx, clientId, actor);
      await this.audit.record(oauthAudit('secret-removed', client, actor, { secretId: id }), tx);
    });
  }

  // A failure that is under way was the former client's.
  private async touch(tx: EntityManager, id: string, actor: Actor): Promise<void> {
    await tx
      .getRepository(OAuthClient)
      .update({ id }, { updatedAt: this.clock.now(), updatedBy: actor.name });
  }

  private async find(
    tx: EntityManager,
    clientId: string,
    id: string,
  ): Promise<{ client: OAuthClient; secret: OAuthClientSecret }> {
    const client = await lockClient(tx, clientId);
    const secret = (await this.secrets.rowsOf([clientId], tx)).find((each) => each.id === id);
    if (!secret) throw oauthProblem('secret-not-found', { params: { secretId: id } });
    return { client, secret };
  }
}

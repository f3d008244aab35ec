import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, Egress, SecretBox, type Actor } from '@mailroom/kernel';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { oauthProblem } from '../oauth-problems.js';
import { oauthAudit } from '../oauth-audit.js';
import { templateOf } from '../providers/client-templates.js';
import { requireSafeEndpoint } from '../token-endpoint/safe-endpoint.js';
import { type ClientAccess } from './client-access.js';
import { clientAnswer, type Client } from './client-answer.js';
import { type ClientChanges, type NewClient } from './client-input.js';
import { sealClientSecret } from './client-seals.js';
import { ClientSecrets } from './client-secrets.js';
import { changedSettings, newSettings } from './client-settings.js';
import { discoverEndpoints } from './discover-endpoints.js';
import { OAuthClientSecret } from './oauth-client-secret.js';
import { type ClientSettings, OAuthClient } from './oauth-client.js';
import { openClient } from './open-client.js';
import { originOf } from './origin-of.js';
import { tellTokensOfChange } from './tell-tokens.js';

const ENDPOINTS = [
  'authorizationEndpoint',
  'tokenEndpoint',
  'refreshEndpoint',
  'revocationEndpoint',
  'deviceEndpoint',
] as const;

/** The app registrations. Secrets go in and never come out, except to the token endpoint that they are bound to. */
@Injectable()
export class OAuthClients {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    private readonly egress: Egress,
    private readonly clock: Clock,
    private readonly secrets: ClientSecrets,
    private readonly audit: AuditLog,
  ) {}

  /** All, by name. */
  async list(): Promise<Client[]> {
    const rows = await this.database.run((em) =>
      em.getRepository(OAuthClient).find({ order: { name: 'asc' } }),
    );
    const secrets = await this.secrets.rowsOf(rows.map(({ id }) => id));
    return rows.map((row) => clientAnswer(row, secrets));
  }

  /** Problem `client-not-found`. */
  async get(id: string): Promise<Client> {
    return clientAnswer(await this.row(id), await this.secrets.rowsOf([id]));
  }

  /** A client opened for use. Problems `client-not-found`, `secret-unreadable`. */
  async open(id: string): Promise<ClientAccess> {
    const row = await this.row(id);
    return openClient(this.box, row, await this.secrets.open(row));
  }

  /** Registers a client. Problems: those of the input, of discovery, and `client-name-taken`. */
  async create(input: NewClient, actor: Actor): Promise<Client> {
    const template = templateOf(input.template);
    const discovered =
      input.discoveryUrl === undefined ? {} : await discoverEndpoints(this.egress, input.discoveryUrl);
    const settings = newSettings(template, input, discovered);
    await this.checkEndpoints(settings);
    const now = this.clock.now();
    const row = { ...settings, id: randomUUID(), createdAt: now, updatedAt: now, updatedBy: actor.name };
    const secret = this.sealed(row, input, actor);
    await uniquelyNamed(
      this.database.transaction(async (tx) => {
        await tx.getRepository(OAuthClient).insert(row);
        if (secret) await tx.getRepository(OAuthClientSecret).insert(secret);
        await this.audit.record(oauthAudit('client-created', row, actor), tx);
      }),
    );
    return this.get(row.id);
  }

  /**
   * Changes a client. Another origin of the token endpoint needs the secret again
   * (problem `secret-required-for-new-origin`), and its tokens a new consent; other failures get a new chance.
   */
  async change(id: string, changes: ClientChanges, actor: Actor): Promise<Client> {
    const former = await this.row(id);
    const settings = changedSettings(templateOf(former.template), former, changes);
    await this.checkEndpoints(settings);
    await uniquelyNamed(this.database.transaction((tx) => this.store(tx, id, settings, changes, actor)));
    return this.get(id);
  }

  private async store(
    tx: EntityManager,
    id: string,
    settings: ClientSettings,
    changes: ClientChanges,
    actor: Actor,
  ): Promise<void> {
    const clients = tx.getRepository(OAuthClient);
    const locked = await clients.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!locked) throw oauthProblem('client-not-found', { params: { clientId: id } });
    const moved = originOf(locked.tokenEndpoint) !== originOf(settings.tokenEndpoint);
    const held = await this.secrets.rowsOf([id], tx);
    const bound = held.length > 0 || locked.sealedPrivateKey !== null;
    if (moved && bound && changes.secret === undefined) {
      throw oauthProblem('secret-required-for-new-origin', { field: 'secret' });
    }
    const changed = { updatedAt: this.clock.now(), updatedBy: actor.name };
    const row = await clients.save(Object.assign(locked, settings, changed));
    await this.storeSecret(tx, row, held, changes, actor);
    await tellTokensOfChange(this.database, tx, id, moved);
    await this.audit.record(oauthAudit('client-changed', row, actor, { fields: fieldsOf(changes) }), tx);
  }

  // A new secret takes the place of all; a date alone belongs to the newest.
  private async storeSecret(
    tx: EntityManager,
    row: OAuthClient,
    held: readonly OAuthClientSecret[],
    changes: ClientChanges,
    actor: Actor,
  ): Promise<void> {
    const rows = tx.getRepository(OAuthClientSecret);
    const secret = this.sealed(row, changes, actor);
    const newest = held.at(-1);
    if (secret) {
      await rows.delete({ clientId: row.id });
      await rows.insert(secret);
    } else if (newest && changes.secretExpiresAt !== undefined) {
      await rows.update({ id: newest.id }, { expiresAt: instant(changes.secretExpiresAt) });
    }
  }

  private sealed(
    client: Pick<OAuthClient, 'id' | 'tokenEndpoint' | 'template'>,
    { secret, secretExpiresAt }: Pick<ClientChanges, 'secret' | 'secretExpiresAt'>,
    actor: Actor,
  ): Omit<OAuthClientSecret, 'id' | 'refusedAt'> | null {
    if (secret === undefined) return null;
    return {
      clientId: client.id,
      sealed: sealClientSecret(this.box, client, templateOf(client.template).provider, secret),
      expiresAt: instant(secretExpiresAt ?? null),
      addedAt: this.clock.now(),
      addedBy: actor.name,
    };
  }

  private async checkEndpoints(settings: ClientSettings): Promise<void> {
    for (const field of ENDPOINTS) {
      const endpoint = settings[field];
      if (endpoint !== null) await requireSafeEndpoint(this.egress, endpoint, field);
    }
  }

  private async row(id: string): Promise<OAuthClient> {
    const row = await this.database.run((em) => em.getRepository(OAuthClient).findOneBy({ id }));
    if (!row) throw oauthProblem('client-not-found', { params: { clientId: id } });
    return row;
  }
}

function fieldsOf(changes: ClientChanges): string {
  return Object.keys(changes).toSorted().join(', ');
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

async function uniquelyNamed<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const driver = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
    if (driver.constraint === 'oauth_client_name_taken')
      throw oauthProblem('client-name-taken', { field: 'name' });
    throw error;
  }
}

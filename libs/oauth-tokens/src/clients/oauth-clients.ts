import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, Egress, SecretBox, type Actor } from '@mailroom/kernel';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { oauthProblem } from '../oauth-problems.js';
import { templateOf } from '../providers/client-templates.js';
import { requireSafeEndpoint } from '../token-endpoint/safe-endpoint.js';
import { type ClientAccess } from './client-access.js';
import { clientAnswer, type Client } from './client-answer.js';
import { type ClientChanges, type NewClient } from './client-input.js';
import { openClientSecret, sealClientSecret } from './client-secret.js';
import { changedSettings, newSettings, originOf, type ClientSettings } from './client-settings.js';
import { discoverEndpoints } from './discover-endpoints.js';
import { OAuthClient } from './oauth-client.js';
import { tellTokensOfChange } from './tell-tokens.js';

/** The app registrations. Secrets go in and never come out, except to the token endpoint that they are bound to. */
@Injectable()
export class OAuthClients {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    private readonly egress: Egress,
    private readonly clock: Clock,
  ) {}

  /** All, by name. */
  async list(): Promise<Client[]> {
    const rows = await this.database.run((em) =>
      em.getRepository(OAuthClient).find({ order: { name: 'asc' } }),
    );
    return rows.map(clientAnswer);
  }

  /** Problem `client-not-found`. */
  async get(id: string): Promise<Client> {
    return clientAnswer(await this.row(id));
  }

  /** A client opened for use. Problems `client-not-found`, `secret-unreadable`. */
  async open(id: string): Promise<ClientAccess> {
    const { clientAuthentication: authentication, template, ...row } = await this.row(id);
    return {
      ...row,
      authentication,
      template: templateOf(template),
      secret: openClientSecret(this.box, row),
    };
  }

  /** Registers a client. Problems: those of the input, of discovery, and `client-name-taken`. */
  async create(input: NewClient, actor: Actor): Promise<Client> {
    const template = templateOf(input.template);
    const discovered =
      input.discoveryUrl === undefined ? {} : await discoverEndpoints(this.egress, input.discoveryUrl);
    const settings = newSettings(template, input, discovered);
    await this.checkEndpoints(settings);
    const id = randomUUID();
    const sealedSecret =
      input.secret === undefined
        ? null
        : sealClientSecret(this.box, { id, ...settings }, template.id, input.secret);
    const now = this.clock.now();
    const row = { ...settings, id, sealedSecret, createdAt: now, updatedAt: now, updatedBy: actor.name };
    await uniquelyNamed(this.database.run((em) => em.getRepository(OAuthClient).insert(row)));
    return clientAnswer(row);
  }

  /**
   * Changes a client. Another origin of the token endpoint needs the secret again
   * (problem `secret-required-for-new-origin`), and its tokens a new consent; other failures get a new chance.
   */
  async change(id: string, changes: ClientChanges, actor: Actor): Promise<Client> {
    const former = await this.row(id);
    const settings = changedSettings(templateOf(former.template), former, changes);
    await this.checkEndpoints(settings);
    return uniquelyNamed(
      this.database.transaction((tx) => this.store(tx, id, settings, changes.secret, actor)),
    );
  }

  private async store(
    tx: EntityManager,
    id: string,
    settings: ClientSettings,
    secret: string | undefined,
    actor: Actor,
  ): Promise<Client> {
    const clients = tx.getRepository(OAuthClient);
    const locked = await clients.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!locked) throw oauthProblem('client-not-found', { params: { clientId: id } });
    const moved = originOf(locked.tokenEndpoint) !== originOf(settings.tokenEndpoint);
    if (moved && secret === undefined && locked.sealedSecret !== null) {
      throw oauthProblem('secret-required-for-new-origin', { field: 'secret' });
    }
    const place = { id, tokenEndpoint: settings.tokenEndpoint };
    const sealedSecret =
      secret === undefined ? locked.sealedSecret : sealClientSecret(this.box, place, locked.template, secret);
    const changed = { sealedSecret, updatedAt: this.clock.now(), updatedBy: actor.name };
    const row = await clients.save(Object.assign(locked, settings, changed));
    await tellTokensOfChange(this.database, tx, id, moved);
    return clientAnswer(row);
  }

  private async checkEndpoints(settings: ClientSettings): Promise<void> {
    for (const field of ['authorizationEndpoint', 'tokenEndpoint', 'revocationEndpoint'] as const) {
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

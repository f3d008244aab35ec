import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import {
  AuditLog,
  Clock,
  Database,
  Precondition,
  SecretBox,
  trustWord,
  VERIFIED,
  type Actor,
  type TlsTrust,
} from '@mailroom/kernel';
import { TokenHosts } from '@mailroom/oauth-tokens';
import { ServerHealth, type ServerTraffic } from '../health/server-health.js';
import { serverAudit } from '../outgoing-audit.js';
import { outgoingProblem } from '../outgoing-problems.js';
import { WaitingMail } from '../outbox/waiting-mail.js';
import { OutgoingServer, type ServerState } from './outgoing-server.js';
import { serverJson } from './server-json.js';
import { checkComplete, checkMove } from './server-rules.js';
import { serverEdition, type NewServer, type ServerChange, type ServerJson } from './server-schema.js';
import { changedSettings, newSettings, type ServerSettings } from './server-settings.js';

/** Servers as admins keep them. After every change mail that waits is looked at again. */
@Injectable()
export class OutgoingServers {
  constructor(
    private readonly database: Database,
    private readonly box: SecretBox,
    private readonly clock: Clock,
    private readonly health: ServerHealth,
    private readonly waiting: WaitingMail,
    private readonly audit: AuditLog,
    private readonly hosts: TokenHosts,
  ) {}

  /** All servers, archived ones too, by priority and name. */
  async list(): Promise<ServerJson[]> {
    const servers = await this.database.run((em) =>
      em.getRepository(OutgoingServer).find({ order: { priority: 'ASC', name: 'ASC', id: 'ASC' } }),
    );
    const traffic = await this.traffic();
    return servers.map((server) => serverJson(server, traffic.get(server.id)));
  }

  /** These, in this order; what is gone is left out. */
  async listed(ids: readonly string[]): Promise<ServerJson[]> {
    const found = await this.database.run((em) =>
      em.getRepository(OutgoingServer).findBy({ id: In([...ids]) }),
    );
    const byId = new Map(found.map((server) => [server.id, server]));
    const traffic = await this.traffic();
    return ids.flatMap((id) => {
      const server = byId.get(id);
      return server ? serverJson(server, traffic.get(id)) : [];
    });
  }

  /** One server. Throws problem `server-not-found`. */
  async get(id: string): Promise<ServerJson> {
    const server = await this.find(id);
    return serverJson(server, (await this.traffic()).get(id));
  }

  /** The row itself, with what is sealed in it. Throws problem `server-not-found`. */
  async find(id: string): Promise<OutgoingServer> {
    const server = await this.database.run((em) => em.getRepository(OutgoingServer).findOneBy({ id }));
    if (!server) throw outgoingProblem('server-not-found', { params: { id } });
    return server;
  }

  /** Adds a server. Problems: those of `newSettings`, `token-unknown`, `host-not-for-token`. */
  async create(values: NewServer, actor: Actor): Promise<ServerJson> {
    return this.get(await this.add(values, actor));
  }

  /**
   * The same in `outer`, the transaction of something greater, and answers the id. What comes from elsewhere may begin in
   * another `state`.
   */
  async add(
    values: NewServer,
    actor: Actor,
    outer: EntityManager | null = null,
    state: ServerState = values.state,
  ): Promise<string> {
    const id = randomUUID();
    const settings = newSettings(id, values, this.box);
    const now = this.clock.now();
    await this.write(settings, null, outer, async (tx) => {
      const stamps = { createdAt: now, updatedAt: now, updatedBy: actor.name };
      await tx.getRepository(OutgoingServer).insert({ id, ...settings, state, ...stamps });
      await this.audit.record(serverAudit('server-created', { id, name: settings.name }, actor), tx);
      await this.recordTrust(VERIFIED, { id, ...settings }, actor, tx);
    });
    return id;
  }

  /** Judges values as adding them would. Problems: those of `newSettings`, `host-not-for-token`. */
  async judge(values: NewServer): Promise<void> {
    const { tokenId, host } = newSettings(randomUUID(), values, this.box);
    if (tokenId !== null) await this.hosts.require(tokenId, host, 'host');
  }

  /** Changes what is given. What the server failed with before is forgotten: it gets a fresh start. */
  async update(
    id: string,
    change: ServerChange,
    actor: Actor,
    precondition = Precondition.none,
  ): Promise<ServerJson> {
    await this.database.transaction((tx) => this.change(id, change, actor, tx, precondition));
    return this.get(id);
  }

  /** The same within `tx`; answers the server as it was. Problems: those of `add`, `changed-meanwhile`. */
  async change(
    id: string,
    change: ServerChange,
    actor: Actor,
    tx: EntityManager,
    precondition = Precondition.none,
  ): Promise<OutgoingServer> {
    const former = await locked(id, tx);
    precondition.require(serverEdition.tag(serverJson(former)));
    const settings = changedSettings(former, change, this.box);
    await this.write(settings, former, tx, async () => {
      const stamps = { updatedAt: this.clock.now(), updatedBy: actor.name };
      await tx.getRepository(OutgoingServer).update({ id }, { ...settings, ...stamps, ...FRESH_START });
    });
    await this.recordChange({ id, name: settings.name }, change, actor, tx);
    await this.recordTrust(former.tlsTrust, { id, ...settings }, actor, tx);
    return former;
  }

  /** Moves a server to another state. Problems: `server-state-refused`, `server-incomplete`. */
  async setState(id: string, state: ServerState, actor: Actor): Promise<ServerJson> {
    await this.database.transaction(async (tx) => {
      const server = await locked(id, tx);
      checkMove(server.state, state);
      if (state === 'live') checkComplete(server);
      const stamps = { updatedAt: this.clock.now(), updatedBy: actor.name };
      await tx
        .getRepository(OutgoingServer)
        .update({ id }, { state, ownerLeftAt: null, ...stamps, ...FRESH_START });
      await this.waiting.release(tx);
      if (server.state === state) return;
      const moved = { from: server.state, to: state };
      await this.audit.record(serverAudit('server-state-changed', server, actor, moved), tx);
    });
    return this.get(id);
  }

  /** Pauses every live server, in `tx`, and answers how many that were. */
  async pauseAll(tx: EntityManager): Promise<number> {
    const { affected } = await tx
      .getRepository(OutgoingServer)
      .update({ state: 'live' }, { state: 'paused', updatedAt: this.clock.now(), updatedBy: 'Mailroom' });
    return affected ?? 0;
  }

  /** Deletes a server that no mail waits for and no failed mail insists on. Throws problem `server-has-mail`. */
  async remove(id: string, actor: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const server = await locked(id, tx);
      const count = await waitingAt(id, this.database, tx);
      if (count > 0) throw outgoingProblem('server-has-mail', { params: { count } });
      await tx.getRepository(OutgoingServer).delete({ id });
      await this.audit.record(serverAudit('server-deleted', server, actor), tx);
    });
  }

  private async traffic(): Promise<ReadonlyMap<string, ServerTraffic>> {
    const [all, failed] = await Promise.all([this.health.all(), this.health.failed()]);
    return new Map(all.map((row) => [row.serverId, { ...row, failed: failed.get(row.serverId) ?? 0 }]));
  }

  private async recordChange(
    server: { readonly id: string; readonly name: string },
    { password, ...rest }: ServerChange,
    actor: Actor,
    tx: EntityManager,
  ): Promise<void> {
    const fields = Object.keys(rest).toSorted().join(', ');
    if (fields !== '') await this.audit.record(serverAudit('server-changed', server, actor, { fields }), tx);
    if (password !== undefined)
      await this.audit.record(serverAudit('server-password-changed', server, actor), tx);
  }

  private async recordTrust(
    former: TlsTrust,
    server: Pick<OutgoingServer, 'id' | 'name' | 'tlsTrust'>,
    actor: Actor,
    tx: EntityManager,
  ): Promise<void> {
    if (trustWord(former) === trustWord(server.tlsTrust)) return;
    const moved = { from: former.kind, to: server.tlsTrust.kind };
    await this.audit.record(serverAudit('server-trust-changed', server, actor, moved), tx);
  }

  // What stays as it was is not shown anew: a server can be renamed whatever became of its host.
  private async requireHost(
    { tokenId, host }: ServerSettings,
    former: OutgoingServer | null,
    tx: EntityManager,
  ): Promise<void> {
    if (tokenId !== null && (tokenId !== former?.tokenId || host !== former.host))
      await this.hosts.require(tokenId, host, 'host', tx);
  }

  private async write(
    settings: ServerSettings,
    former: OutgoingServer | null,
    outer: EntityManager | null,
    store: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    const work = async (tx: EntityManager): Promise<void> => {
      await requireToken(settings.tokenId, this.database, tx);
      await this.requireHost(settings, former, tx);
      if (settings.isFallback)
        await this.database.query(
          'update mailroom.outgoing_server set is_fallback = false where is_fallback',
          [],
          tx,
        );
      await store(tx);
      await this.waiting.release(tx);
    };
    await (outer ? work(outer) : this.database.transaction(work));
  }
}

/** What a server forgets with a fresh start. */
export const FRESH_START = {
  failures: 0,
  failureCode: null,
  failureParams: null,
  failureDisposition: null,
  failureAt: null,
  notBefore: null,
};

// The lock holds back mail that names this server (its foreign key wants the row) until we are done.
async function locked(id: string, tx: EntityManager): Promise<OutgoingServer> {
  const server = await tx
    .getRepository(OutgoingServer)
    .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!server) throw outgoingProblem('server-not-found', { params: { id } });
  return server;
}

async function requireToken(tokenId: string | null, database: Database, tx: EntityManager): Promise<void> {
  if (tokenId === null) return;
  const { rows } = await database.query(
    'select 1 from mailroom.oauth_token where id = $1 for key share',
    [tokenId],
    tx,
  );
  if (rows.length === 0) throw outgoingProblem('token-unknown', { field: 'tokenId' });
}

async function waitingAt(id: string, database: Database, tx: EntityManager): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::int as count from mailroom.outgoing_mail
     where (status in ('queued', 'delayed', 'sending') and server_id = $1)
        or (status in ('queued', 'delayed', 'sending', 'failed') and named_server_id = $1)`,
    [id],
    tx,
  );
  return rows[0]?.count ?? 0;
}

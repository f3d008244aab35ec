import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { AuditLog, Clock, Database, sameAddress, StoredSettings, type Actor } from '@mailroom/kernel';
import { type MailHost } from '@mailroom/oauth-tokens';
import { serverAudit } from '../outgoing-audit.js';
import { outgoingProblem } from '../outgoing-problems.js';
import { WaitingMail } from '../outbox/waiting-mail.js';
import { OutgoingServer } from '../servers/outgoing-server.js';
import { FRESH_START, OutgoingServers } from '../servers/outgoing-servers.js';
import { countsFor, sameMailbox } from './own-server.js';

/** A mailbox that its owner proved to be theirs, and where mail from it leaves. */
export interface OwnMailbox {
  readonly mailbox: string;
  readonly tokenId: string;
  readonly submission: MailHost;
}

/** Servers in the hands of their owners, who are no admins: each method knows those of one person and no others. */
@Injectable()
export class PersonalServers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly servers: OutgoingServers,
    private readonly waiting: WaitingMail,
    private readonly settings: StoredSettings,
    private readonly audit: AuditLog,
  ) {}

  /** Those of a person, by name; not what they let go of themselves. */
  async of(ownerId: string): Promise<OutgoingServer[]> {
    const all = await this.database.run((em) => ownedBy(ownerId, em));
    return all.filter(({ ownerLeftAt }) => ownerLeftAt === null);
  }

  /** One of them. Throws problem `server-not-found`, whether it is nobody's, somebody else's or let go of. */
  async find(ownerId: string, id: string): Promise<OutgoingServer> {
    const server = (await this.of(ownerId)).find((each) => each.id === id);
    if (!server) throw outgoingProblem('server-not-found', { params: { id } });
    return server;
  }

  /** The ids of all that a person ever had, also of those they let go of. */
  async idsOf(ownerId: string, tx: EntityManager): Promise<ReadonlySet<string>> {
    return new Set((await ownedBy(ownerId, tx)).map(({ id }) => id));
  }

  /** May this person have one more? */
  async hasRoom(ownerId: string): Promise<boolean> {
    return this.database.run(async (em) => (await this.counted(ownerId, em)).room);
  }

  /** The same; throws problem `personal-servers-full` (`most`). */
  async requireRoom(ownerId: string): Promise<void> {
    await this.database.run((em) => this.refuseTooMany(ownerId, em));
  }

  /**
   * Makes a server of a mailbox, for its owner and for what the mailbox itself is called; the same mailbox again is the
   * same server, and what was let go of comes back. A new one is a draft until it was seen to work. Problems
   * `personal-servers-full`, `personal-server-archived` (an admin put it away), `host-not-for-token`.
   */
  async connect(own: OwnMailbox, actor: Actor, tx: EntityManager): Promise<void> {
    await this.database.query(
      `select pg_advisory_xact_lock(hashtext('mailroom.personal'), hashtext($1))`,
      [actor.id],
      tx,
    );
    const former = (await ownedBy(actor.id, tx)).find((server) => sameMailbox(server, own));
    if (!former) return this.add(own, actor, tx);
    if (former.state !== 'archived') return this.renewed(former, own, actor, tx);
    if (former.ownerLeftAt === null) throw outgoingProblem('personal-server-archived');
    await this.refuseTooMany(actor.id, tx);
    await this.write(former, { ...settingsFor(own), state: 'draft', ownerLeftAt: null }, actor, tx);
  }

  /** Puts a server away for its owner. What an admin put away stays an admin's. Throws problem `server-not-found`. */
  async leave(id: string, actor: Actor, tx: EntityManager): Promise<void> {
    const server = await tx
      .getRepository(OutgoingServer)
      .findOne({ where: { id, ownerId: actor.id }, lock: { mode: 'pessimistic_write' } });
    if (!server) throw outgoingProblem('server-not-found', { params: { id } });
    if (server.state !== 'archived')
      await this.write(server, { state: 'archived', ownerLeftAt: this.clock.now() }, actor, tx);
  }

  private async add(own: OwnMailbox, actor: Actor, tx: EntityManager): Promise<void> {
    await this.refuseTooMany(actor.id, tx);
    const { login, fromFilter, tokenId, ...place } = settingsFor(own);
    const server = {
      ...place,
      name: login,
      auth: 'token',
      login,
      tokenId,
      fromFilter,
      priority: 10,
      owner: { id: actor.id, name: actor.name },
      isFallback: false,
      comment: '',
      state: 'draft',
    } as const;
    await this.servers.add(server, actor, tx);
  }

  // The provider may call the same person by another address now; what the filter said of the old one is void.
  private async renewed(
    former: OutgoingServer,
    { mailbox }: OwnMailbox,
    actor: Actor,
    tx: EntityManager,
  ): Promise<void> {
    const moved = !sameAddress(former.login, mailbox);
    await this.write(former, moved ? { login: mailbox, fromFilter: mailbox } : {}, actor, tx);
  }

  private async write(
    server: OutgoingServer,
    change: Partial<OutgoingServer>,
    actor: Actor,
    tx: EntityManager,
  ): Promise<void> {
    const stamps = { updatedAt: this.clock.now(), updatedBy: actor.name };
    await tx
      .getRepository(OutgoingServer)
      .update({ id: server.id }, { ...change, ...stamps, ...FRESH_START });
    await this.waiting.release(tx);
    const { state, ...rest } = change;
    if (state !== undefined && state !== server.state) {
      const moved = { from: server.state, to: state };
      await this.audit.record(serverAudit('server-state-changed', server, actor, moved), tx);
    } else if (rest.login !== undefined) {
      const fields = Object.keys(rest).toSorted().join(', ');
      await this.audit.record(serverAudit('server-changed', server, actor, { fields }), tx);
    }
  }

  private async refuseTooMany(ownerId: string, em: EntityManager): Promise<void> {
    const { room, most } = await this.counted(ownerId, em);
    if (!room) throw outgoingProblem('personal-servers-full', { params: { most } });
  }

  private async counted(ownerId: string, em: EntityManager): Promise<{ room: boolean; most: number }> {
    const most = Number(await this.settings.value('personal-servers-per-person', em));
    const held = (await ownedBy(ownerId, em)).filter(countsFor);
    return { room: held.length < most, most };
  }
}

function ownedBy(ownerId: string, em: EntityManager): Promise<OutgoingServer[]> {
  return em.getRepository(OutgoingServer).find({
    where: { ownerId },
    order: { name: 'ASC', id: 'ASC' },
  });
}

function settingsFor({ mailbox, tokenId, submission: { host, port, security } }: OwnMailbox) {
  return { host, port, security, login: mailbox, fromFilter: mailbox, tokenId };
}

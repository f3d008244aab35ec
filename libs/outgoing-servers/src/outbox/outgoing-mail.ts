import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock, Database, domainOf, poking } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { laneOf } from './lane.js';
import { type MailDraft } from './mail-draft.js';
import { type MailStatus } from './outbox-mail.js';
import { readDraft, type ReadDraft } from './read-draft.js';
import { OUTBOX_TOPIC } from './waiting-mail.js';

/** A mail that is as good as sent: durable, and named for good. */
export interface SentMail {
  /** In the outbox. */
  readonly id: string;
  /** With angle brackets. */
  readonly messageId: string;
}

// The hint says nothing that differs: of one transaction it is sent once.
const ENQUEUE = `
  with new as (
    insert into mailroom.outgoing_mail
      (id, message_id, idempotency_key, draft, bytes, named_server_id, lane, thread, due_at, waiting_since, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, mailroom.now(), $9, $9)
    on conflict on constraint outgoing_mail_once do nothing
    returning id
  )
  select ${poking(OUTBOX_TOPIC, "'due'")} from new`;

/** The way out for a host's mail. */
@Injectable()
export class OutgoingMail {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts a mail into the outbox, in the host's transaction `tx` when given: it leaves if and only if that commits, and
   * soon after. Which server sends it, and as whom, is decided when it leaves. A draft whose idempotency key is known
   * changes nothing and answers the first mail. Problems: those of `readDraft`, `server-not-found`.
   */
  async send(draft: MailDraft, tx?: EntityManager): Promise<SentMail> {
    const read = readDraft(draft);
    const id = randomUUID();
    const messageId = draft.messageId ?? `<${id}@${domainOf(read.stored.from.address)}>`;
    const mail = {
      ...read,
      id,
      messageId,
      key: draft.idempotencyKey ?? null,
      thread: draft.thread ?? null,
      serverId: draft.serverId ?? null,
    };
    const alone = read.attachments.length === 0 && mail.serverId === null;
    return tx || alone ? this.store(mail, tx) : this.database.transaction((own) => this.store(mail, own));
  }

  /** How far mails got, by id; what is not in the outbox is left out. */
  async statusOf(ids: readonly string[]): Promise<ReadonlyMap<string, MailStatus>> {
    if (ids.length === 0) return new Map();
    const { rows } = await this.database.query<{ id: string; status: MailStatus }>(
      'select id, status from mailroom.outgoing_mail where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map(({ id, status }) => [id, status]));
  }

  // Without a transaction only for what takes one statement.
  private async store(mail: Enqueued, tx?: EntityManager): Promise<SentMail> {
    const { id, messageId, key, stored, bytes, serverId } = mail;
    await this.requireServer(serverId, tx);
    const lane = laneOf({ from: stored.from.address, named: serverId });
    const { rows } = await this.database.query(
      ENQUEUE,
      [id, messageId, key, JSON.stringify(stored), bytes, serverId, lane, mail.thread, this.clock.now()],
      tx,
    );
    if (rows.length === 0) return this.known(key, tx);
    await this.storeAttachments(mail, tx);
    return { id, messageId };
  }

  private async known(key: string | null, tx?: EntityManager): Promise<SentMail> {
    const { rows } = await this.database.query<{ id: string; message_id: string }>(
      'select id, message_id from mailroom.outgoing_mail where idempotency_key = $1',
      [key],
      tx,
    );
    const [first] = rows;
    if (!first) throw outgoingProblem('mail-not-found');
    return { id: first.id, messageId: first.message_id };
  }

  private async storeAttachments({ id, attachments }: Enqueued, tx?: EntityManager): Promise<void> {
    for (const [position, { filename, contentType, content }] of attachments.entries()) {
      await this.database.query(
        `insert into mailroom.outgoing_attachment (mail_id, position, filename, content_type, content)
         values ($1, $2, $3, $4, $5)`,
        [
          id,
          position,
          filename,
          contentType,
          Buffer.from(content.buffer, content.byteOffset, content.byteLength),
        ],
        tx,
      );
    }
  }

  private async requireServer(serverId: string | null, tx?: EntityManager): Promise<void> {
    if (serverId === null) return;
    const { rows } = await this.database.query(
      'select 1 from mailroom.outgoing_server where id = $1 for key share',
      [serverId],
      tx,
    );
    if (rows.length === 0)
      throw outgoingProblem('server-not-found', { field: 'serverId', params: { id: serverId } });
  }
}

interface Enqueued extends ReadDraft {
  readonly id: string;
  readonly messageId: string;
  readonly key: string | null;
  readonly thread: string | null;
  readonly serverId: string | null;
}

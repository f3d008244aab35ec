import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock, Database, domainOf, JobQueue, Pokes } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { type MailDraft } from './mail-draft.js';
import { type MailStatus } from './outbox-mail.js';
import { OUTBOX_QUEUE, jobKey } from './outbox-queue.js';
import { readDraft, type ReadDraft } from './read-draft.js';
import { OUTBOX_TOPIC } from './waiting-mail.js';

/** A mail that is as good as sent: durable, and named for good. */
export interface SentMail {
  /** In the outbox. */
  readonly id: string;
  /** With angle brackets. */
  readonly messageId: string;
}

/** The way out for a host's mail. */
@Injectable()
export class OutgoingMail {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly pokes: Pokes,
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
      serverId: draft.serverId ?? null,
    };
    return tx ? this.store(mail, tx) : this.database.transaction((own) => this.store(mail, own));
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

  private async store(mail: Enqueued, tx: EntityManager): Promise<SentMail> {
    await this.requireServer(mail.serverId, tx);
    const now = this.clock.now();
    const { affected } = await this.database.query(
      `insert into mailroom.outgoing_mail
         (id, message_id, idempotency_key, draft, bytes, named_server_id, due_at, waiting_since, created_at)
       values ($1, $2, $3, $4, $5, $6, mailroom.now(), $7, $7)
       on conflict on constraint outgoing_mail_once do nothing`,
      [mail.id, mail.messageId, mail.key, JSON.stringify(mail.stored), mail.bytes, mail.serverId, now],
      tx,
    );
    if (affected === 0) return this.known(mail.key, tx);
    await this.storeAttachments(mail, tx);
    await this.jobs.send(OUTBOX_QUEUE, { id: mail.id }, { tx, key: jobKey(mail.id, 0) });
    await this.pokes.poke(OUTBOX_TOPIC, mail.id, tx);
    return { id: mail.id, messageId: mail.messageId };
  }

  private async known(key: string | null, tx: EntityManager): Promise<SentMail> {
    const { rows } = await this.database.query<{ id: string; message_id: string }>(
      'select id, message_id from mailroom.outgoing_mail where idempotency_key = $1',
      [key],
      tx,
    );
    const [first] = rows;
    if (!first) throw outgoingProblem('mail-not-found');
    return { id: first.id, messageId: first.message_id };
  }

  private async storeAttachments({ id, attachments }: Enqueued, tx: EntityManager): Promise<void> {
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

  private async requireServer(serverId: string | null, tx: EntityManager): Promise<void> {
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
  readonly serverId: string | null;
}

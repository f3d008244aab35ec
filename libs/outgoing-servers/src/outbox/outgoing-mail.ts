import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { correlationId, Database, domainOf, EventLog } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { type DraftAttachment } from './draft-attachment.js';
import { Enqueueing, type NewMail } from './enqueueing.js';
import { ForwardedFiles } from './forwarded-files.js';
import { type MailDraft } from './mail-draft.js';
import { type MailStatus } from './outbox-mail.js';
import { readDraft, type ReadDraft } from './read-draft.js';

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
  readonly #log = new EventLog();

  constructor(
    private readonly database: Database,
    private readonly enqueueing: Enqueueing,
    private readonly forwarded: ForwardedFiles,
  ) {}

  /**
   * Puts a mail into the outbox, in the host's transaction `tx` when given: it leaves if and only if that commits, and
   * soon after. Which server sends it, and as whom, is decided when it leaves. A draft whose idempotency key is known
   * changes nothing and answers the first mail. Problems: those of `readDraft`, `server-not-found`, and for an
   * attachment that is named `delivery-not-found`, `raw-mail-forgotten`, `attachment-not-found`, with its field.
   */
  async send(draft: MailDraft, tx?: EntityManager): Promise<SentMail> {
    const read = readDraft(draft);
    const id = randomUUID();
    const messageId = draft.messageId ?? `<${id}@${domainOf(read.stored.from.address)}>`;
    const { idempotencyKey: key = null, thread = null, serverId = null } = draft;
    // Known already: what the draft names may be gone by now, and is not needed again.
    const first = forwards(read) ? await this.enqueueing.standing(key, tx) : null;
    if (first) return named(first);
    const { attachments, bytes } = await this.forwarded.bring(read, tx);
    const correlation = correlationId();
    const stored = correlation === undefined ? read.stored : { ...read.stored, correlation };
    this.#log.debug('mail-enqueued', 'A mail is for the outbox, if its transaction commits', {
      mailId: id,
      bytes,
    });
    const mail = { stored, bytes, id, messageId, key, thread, serverId };
    if (tx) return this.store(mail, attachments, tx);
    if (attachments.length > 0 || serverId !== null)
      return this.database.transaction((own) => this.store(mail, attachments, own));
    return named(await this.enqueueing.alone(mail));
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

  private async store(
    mail: NewMail,
    attachments: readonly DraftAttachment[],
    tx: EntityManager,
  ): Promise<SentMail> {
    await this.requireServer(mail.serverId, tx);
    const standing = await this.enqueueing.within(tx, mail);
    if (standing.isNew) await this.storeAttachments(mail.id, attachments, tx);
    return named(standing);
  }

  private async storeAttachments(
    id: string,
    attachments: readonly DraftAttachment[],
    tx: EntityManager,
  ): Promise<void> {
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

function forwards({ attachments }: ReadDraft): boolean {
  return attachments.some(({ kind }) => kind === 'forwarded');
}

function named({ id, messageId }: SentMail): SentMail {
  return { id, messageId };
}

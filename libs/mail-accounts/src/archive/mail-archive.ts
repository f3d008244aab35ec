import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { MailParser } from '../parsing/mail-parser.js';
import { unpack } from '../parsing/pack.js';
import { type ReadableMail } from './readable-mail.js';

/** One attachment, decoded. */
export interface ArchivedAttachment {
  /** Safe to save under; empty when it has no name. */
  readonly filename: string;
  /** What the sender says it is. */
  readonly contentType: string;
  readonly bytes: Buffer;
}

/**
 * Every mail that came in, byte for byte, until the host forgets it. Ask by the `deliveryId` of the InboundMail.
 * Problems: `delivery-not-found`, `raw-mail-forgotten`.
 */
@Injectable()
export class MailArchive {
  constructor(
    private readonly database: Database,
    private readonly parser: MailParser,
  ) {}

  /** The bytes as the mail server handed them out. A duplicate answers with those of the first. */
  async raw(deliveryId: string): Promise<Buffer> {
    const { rows } = await this.database.query<{ bytes: Buffer | null }>(
      `select raw_mail.bytes
       from mailroom.delivery
       left join mailroom.raw_mail on raw_mail.delivery_id in (delivery.id, delivery.duplicate_of)
       where delivery.id = $1
       limit 1`,
      [deliveryId],
    );
    const [found] = rows;
    if (!found) throw mailAccountProblem('delivery-not-found', { params: { deliveryId } });
    if (!found.bytes) throw mailAccountProblem('raw-mail-forgotten', { params: { deliveryId } });
    return unpack(found.bytes);
  }

  /**
   * The mail as people read it: text, sanitised HTML with remote pictures blocked, and what is attached.
   * Problem `unparsable` besides, when not even the headers can be read.
   */
  async read(deliveryId: string): Promise<ReadableMail> {
    const mail = await this.parser.read(await this.raw(deliveryId));
    if (!mail) throw mailAccountProblem('unparsable', { params: { deliveryId } });
    return mail;
  }

  /**
   * One attachment, decoded, by its `index`. Hand it out as a download, never as a page of your own origin.
   * Problem `attachment-not-found` besides.
   */
  async attachment(deliveryId: string, index: number): Promise<ArchivedAttachment> {
    const found = await this.parser.attachment(await this.raw(deliveryId), index);
    if (!found) throw mailAccountProblem('attachment-not-found', { params: { deliveryId, index } });
    const { filename, contentType, bytes } = found;
    return { filename, contentType, bytes: Buffer.from(bytes.buffer) };
  }

  /** Deletes the bytes, in `tx` when given; that the mail came stays known, so it is not fetched again. */
  async forget(deliveryId: string, tx?: EntityManager): Promise<void> {
    await this.database.query('delete from mailroom.raw_mail where delivery_id = $1', [deliveryId], tx);
  }
}

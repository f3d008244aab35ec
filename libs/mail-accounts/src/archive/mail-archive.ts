import { Injectable } from '@nestjs/common';
import { Database, type Actor } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { MailParser } from '../parsing/mail-parser.js';
import { unpack } from '../parsing/pack.js';
import { broughtPictures } from './frame/brought-pictures.js';
import { ForgetMail } from './forget-mail.js';
import { downloadHeaders } from './frame/download-headers.js';
import { framedMail, frameHeaders } from './frame/framed-mail.js';
import { type ReadableMail } from './readable-mail.js';

/** One attachment, decoded. */
export interface ArchivedAttachment {
  /** Safe to save under; empty when it has no name. */
  readonly filename: string;
  /** What the sender says it is. */
  readonly contentType: string;
  readonly bytes: Buffer;
  /** Headers to hand it out with: a download that no browser shows or guesses at. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The HTML of a mail as a document for a sandboxed frame. */
export interface FramedMail {
  readonly html: string;
  /** Headers to hand it out with; the policy that keeps it in its frame is among them. */
  readonly headers: Readonly<Record<string, string>>;
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
    private readonly forgetting: ForgetMail,
  ) {}

  /** The bytes as the mail server handed them out, read in `tx` when given. A duplicate answers with those of the first. */
  async raw(deliveryId: string, tx?: EntityManager): Promise<Buffer> {
    const { rows } = await this.database.query<{ bytes: Buffer | null }>(PIECES, [deliveryId], tx);
    const [first] = rows;
    if (!first) throw mailAccountProblem('delivery-not-found', { params: { deliveryId } });
    const pieces = rows.flatMap(({ bytes }) => bytes ?? []);
    if (pieces.length === 0) throw mailAccountProblem('raw-mail-forgotten', { params: { deliveryId } });
    return unpack(Buffer.concat(pieces));
  }

  /**
   * The mail as people read it: text, sanitised HTML with remote pictures blocked, and what is attached.
   * Problem `unparsable` besides, when not even the headers can be read.
   */
  async read(deliveryId: string): Promise<ReadableMail> {
    return this.readable(await this.raw(deliveryId), deliveryId);
  }

  /**
   * One attachment, decoded, by its `index`, read in `tx` when given. Hand it out as a download, never as a page of your own origin.
   * Problem `attachment-not-found` besides.
   */
  async attachment(deliveryId: string, index: number, tx?: EntityManager): Promise<ArchivedAttachment> {
    const wanted = { indexes: [index], most: Infinity };
    const [found] = (await this.attachments(deliveryId, wanted, tx)).attachments;
    return found as ArchivedAttachment;
  }

  /**
   * Several attachments of one mail, which is read once for all of them, in the order of `indexes`. Where they have more than
   * `most` bytes together they come empty, and `bytes` says how many they have. Problem `attachment-not-found` besides.
   */
  async attachments(
    deliveryId: string,
    { indexes, most }: { readonly indexes: readonly number[]; readonly most: number },
    tx?: EntityManager,
  ): Promise<{ readonly bytes: number; readonly attachments: readonly ArchivedAttachment[] }> {
    const raw = await this.raw(deliveryId, tx);
    const { bytes, attachments } = await this.parser.attachments(raw, { indexes, most });
    return {
      bytes,
      attachments: attachments.map((found, place) => {
        const index = indexes[place] ?? null;
        if (!found) throw mailAccountProblem('attachment-not-found', { params: { deliveryId, index } });
        const { filename, contentType } = found;
        const headers = downloadHeaders(filename, contentType);
        return { filename, contentType, bytes: Buffer.from(found.bytes.buffer), headers };
      }),
    };
  }

  /**
   * The HTML of a mail as a document for a sandboxed frame: pictures made of pixels that the mail brought along are written
   * into it, five megabytes at most; remote ones load only with `remotePictures`. Problem `unparsable` besides.
   */
  async framed(
    deliveryId: string,
    { remotePictures = false }: { readonly remotePictures?: boolean } = {},
  ): Promise<FramedMail> {
    const raw = await this.raw(deliveryId);
    const mail = await this.readable(raw, deliveryId);
    const pictures = await broughtPictures(this.parser, raw, mail);
    const html = framedMail(mail.html ?? '', pictures, remotePictures);
    return { html, headers: frameHeaders(remotePictures) };
  }

  /**
   * Erases a mail for good, in `tx` when given: its bytes, and sender, subject, Message-ID and the host's words in the ledger, of its
   * duplicates as well. That it came stays known, so it is not fetched again. A line in the audit log names the delivery and `actor`
   * (null: the host by itself). What the host stored, drafts that took files along and the copy on the mail server are not
   * Mailroom's to erase.
   */
  async forget(deliveryId: string, tx?: EntityManager, actor: Actor | null = null): Promise<void> {
    await this.forgetting.run(deliveryId, actor, tx);
  }

  private async readable(raw: Buffer, deliveryId: string): Promise<ReadableMail> {
    const mail = await this.parser.read(raw);
    if (!mail) throw mailAccountProblem('unparsable', { params: { deliveryId } });
    return mail;
  }
}

const PIECES = `
  select raw_mail.bytes
  from mailroom.delivery
  left join mailroom.raw_mail on raw_mail.delivery_id = (
    select kept.delivery_id from mailroom.raw_mail kept
    where kept.delivery_id in (delivery.id, delivery.duplicate_of)
    order by kept.delivery_id <> delivery.id limit 1)
  where delivery.id = $1
  order by raw_mail.position`;

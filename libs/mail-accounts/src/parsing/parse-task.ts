import type { ReadableMail } from '../archive/readable-mail.js';
import type { ParsedMail } from '../inbound-mail/inbound-mail.js';
import { contentKeyOf, pack } from './pack.js';
import { parseMail } from './parse-mail.js';

/** Everything that is done with the bytes of a mail, and so may be slow, large or hostile. */
export type ParseTask =
  | { readonly kind: 'parse'; readonly raw: Uint8Array }
  | { readonly kind: 'read'; readonly raw: Uint8Array }
  | ({ readonly kind: 'attachments'; readonly raw: Uint8Array } & WantedAttachments);

/** Attachments by their places in the mail. Together they may have `most` bytes. */
export interface WantedAttachments {
  readonly indexes: readonly number[];
  readonly most: number;
}

/** A mail taken in: what it says, its identity, and itself in the rows of the archive. */
export interface TakenMail {
  readonly parsed: ParsedMail | null;
  readonly contentKey: Uint8Array<ArrayBuffer>;
  readonly rawRows: Uint8Array<ArrayBuffer>;
}

/** One attachment, decoded. */
export interface AttachmentBytes {
  /** Safe to save under; empty when it has no name. */
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The attachments that were wanted, in that order, each null where the mail has none there. */
export interface FoundAttachments {
  /** What they have together; when that is more than was allowed they come empty. */
  readonly bytes: number;
  readonly attachments: readonly (AttachmentBytes | null)[];
}

/** What a task answers, by its kind. */
export interface ParseAnswers {
  parse: TakenMail;
  read: ReadableMail | null;
  attachments: FoundAttachments;
}

/** Does a task here and now. */
export async function perform(task: ParseTask): Promise<ParseAnswers[ParseTask['kind']]> {
  const raw = Buffer.from(task.raw.buffer, task.raw.byteOffset, task.raw.byteLength);
  switch (task.kind) {
    case 'parse':
      return takenMail(raw, await parseMail(raw));
    case 'read':
      return readable(raw);
    case 'attachments':
      return attachmentBytes(raw, task);
  }
}

// Mail that comes in is not shown yet: the first one after a start need not wait for what makes mail fit to be shown.
async function readable(raw: Buffer): Promise<ReadableMail | null> {
  const { readableMail } = await import('../archive/readable-mail.js');
  return readableMail(raw);
}

/** Identity and archive form beside what a mail says. */
export function takenMail(raw: Buffer, parsed: ParsedMail | null): TakenMail {
  // A copy of just these bytes: what crypto answers may lie in Node's shared pool, which cannot change threads.
  return { parsed, contentKey: new Uint8Array(contentKeyOf(raw)), rawRows: pack(raw) };
}

/** The buffers of an answer that can change threads instead of being copied. */
export function transferable(answer: ParseAnswers[ParseTask['kind']]): ArrayBuffer[] {
  if (answer && 'rawRows' in answer) return [answer.rawRows.buffer];
  if (!answer || !('bytes' in answer)) return [];
  return answer.attachments.flatMap((found) => (found ? [found.bytes.buffer] : []));
}

async function attachmentBytes(raw: Buffer, { indexes, most }: WantedAttachments): Promise<FoundAttachments> {
  const wanted = new Map(indexes.map((index) => [index, [] as Buffer[]]));
  let bytes = 0;
  const mail = await parseMail(raw, (index, piece) => {
    const pieces = wanted.get(index);
    if (!pieces) return;
    bytes += piece.length;
    if (bytes <= most) pieces.push(piece);
    else for (const kept of wanted.values()) kept.length = 0;
  });
  const attachments = indexes.map((wish) => {
    const found = mail?.attachments.find(({ index }) => index === wish);
    if (!found) return null;
    const { filename, contentType } = found;
    return { filename, contentType, bytes: new Uint8Array(Buffer.concat(wanted.get(wish) ?? [])) };
  });
  return { bytes, attachments };
}

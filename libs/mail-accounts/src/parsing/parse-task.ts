import { readableMail, type ReadableMail } from '../archive/readable-mail.js';
import type { ParsedMail } from '../inbound-mail/inbound-mail.js';
import { contentKeyOf, pack } from './pack.js';
import { parseMail } from './parse-mail.js';

/** Everything that is done with the bytes of a mail, and so may be slow, large or hostile. */
export type ParseTask =
  | { readonly kind: 'parse'; readonly raw: Uint8Array }
  | { readonly kind: 'read'; readonly raw: Uint8Array }
  | { readonly kind: 'attachment'; readonly raw: Uint8Array; readonly index: number };

/** A mail taken in: what it says, its identity, and itself packed for the archive. */
export interface TakenMail {
  readonly parsed: ParsedMail | null;
  readonly contentKey: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer>;
}

/** One attachment, decoded. */
export interface AttachmentBytes {
  /** Safe to save under; empty when it has no name. */
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a task answers, by its kind. */
export interface ParseAnswers {
  parse: TakenMail;
  read: ReadableMail | null;
  attachment: AttachmentBytes | null;
}

/** Does a task here and now. */
export async function perform(task: ParseTask): Promise<ParseAnswers[ParseTask['kind']]> {
  const raw = Buffer.from(task.raw.buffer, task.raw.byteOffset, task.raw.byteLength);
  switch (task.kind) {
    case 'parse':
      return takenMail(raw, await parseMail(raw));
    case 'read':
      return readableMail(raw);
    case 'attachment':
      return attachmentBytes(raw, task.index);
  }
}

/** Identity and archive form beside what a mail says. */
export function takenMail(raw: Buffer, parsed: ParsedMail | null): TakenMail {
  // A copy of just these bytes: what crypto answers may lie in Node's shared pool, which cannot change threads.
  return { parsed, contentKey: new Uint8Array(contentKeyOf(raw)), packed: pack(raw) };
}

/** The buffers of an answer that can change threads instead of being copied. */
export function transferable(answer: ParseAnswers[ParseTask['kind']]): ArrayBuffer[] {
  if (answer && 'packed' in answer) return [answer.packed.buffer];
  return answer && 'bytes' in answer ? [answer.bytes.buffer] : [];
}

async function attachmentBytes(raw: Buffer, wanted: number): Promise<AttachmentBytes | null> {
  const pieces: Buffer[] = [];
  const mail = await parseMail(raw, (index, bytes) => {
    if (index === wanted) pieces.push(bytes);
  });
  const found = mail?.attachments.find(({ index }) => index === wanted);
  if (!found) return null;
  const { filename, contentType } = found;
  return { filename, contentType, bytes: new Uint8Array(Buffer.concat(pieces)) };
}

import { type Readable } from 'node:stream';
import { type MailAddress } from '@mailroom/kernel';
import MailComposer from 'nodemailer/lib/mail-composer';
import { outgoingProblem } from '../outgoing-problems.js';
import { type StoredDraft } from './mail-draft.js';
import { WRITTEN_OUT_AT_MOST, writtenOut } from './written-out.js';

/** What is put together into the bytes of a mail. */
export interface Letter {
  readonly id: string;
  readonly messageId: string;
  readonly date: Date;
  readonly draft: StoredDraft;
  readonly headerFrom: MailAddress;
  /** Where replies go when the draft does not say. */
  readonly replyTo: MailAddress | null;
  readonly attachments: readonly { filename: string; contentType: string; content: Buffer | Readable }[];
}

/**
 * The bytes of a mail, the same at every try. Blind copies stand in no header, nothing is read from files or the
 * network whatever the draft says. Throws problem `mail-not-composable`.
 */
export async function composeMail(letter: Letter): Promise<Buffer> {
  try {
    return isAtHand(letter)
      ? writtenOut(composer(letter).compile())
      : await composer(letter).compile().build();
  } catch (cause) {
    throw outgoingProblem('mail-not-composable', { cause });
  }
}

/** The same bytes in pieces, made while they are read; it ends with the error of an attachment that cannot be read. */
export function composeInPieces(letter: Letter): Readable {
  return composer(letter).compile().createReadStream();
}

function isAtHand({ draft: { text, html }, attachments }: Letter): boolean {
  const isShort = [text, html ?? ''].every((body) => Buffer.byteLength(body) <= WRITTEN_OUT_AT_MOST);
  return isShort && attachments.every(({ content }) => Buffer.isBuffer(content));
}

function composer(letter: Letter): MailComposer {
  const { draft } = letter;
  return new MailComposer({
    from: mailbox(letter.headerFrom),
    to: draft.to.map(mailbox),
    cc: draft.cc.map(mailbox),
    replyTo: replyTo(letter).map(mailbox),
    subject: draft.subject,
    text: draft.text,
    ...(draft.html === null ? {} : { html: draft.html }),
    ...(draft.inReplyTo === null ? {} : { inReplyTo: draft.inReplyTo }),
    references: [...draft.references],
    messageId: letter.messageId,
    date: letter.date,
    headers: Object.entries(draft.headers).map(([key, value]) => ({ key, value })),
    attachments: attachmentsOf(letter),
    baseBoundary: letter.id,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** Everybody the mail is for, each once, blind copies too. */
export function recipientsOf({ to, cc, bcc }: StoredDraft): string[] {
  const byMailbox = new Map<string, string>();
  for (const { address } of [...to, ...cc, ...bcc]) {
    const mailbox = address.toLowerCase();
    if (!byMailbox.has(mailbox)) byMailbox.set(mailbox, address);
  }
  return [...byMailbox.values()];
}

function replyTo({ draft, replyTo: instead }: Letter): MailAddress[] {
  const chosen = draft.replyTo ?? instead;
  return chosen ? [chosen] : [];
}

function attachmentsOf({ draft, attachments }: Letter) {
  return attachments.map(({ filename, contentType, content }, index) => {
    const cid = draft.contentIds[index];
    return { filename, contentType, content, ...(cid ? { cid } : {}) };
  });
}

function mailbox({ name, address }: MailAddress): { name: string; address: string } {
  return { name, address };
}

import { randomUUID } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';

/** A mail as somebody writes it. Addresses as in headers: `Name <local@domain>`. */
export interface Letter {
  /** Default: `Jane Doe <jane@customer.test>`. */
  readonly from?: string;
  /** Default: `support@desk.test`. */
  readonly to?: string | readonly string[];
  readonly cc?: string | readonly string[];
  readonly replyTo?: string;
  readonly subject?: string;
  /** Default: `Please help.` */
  readonly text?: string;
  readonly html?: string;
  /** With angle brackets. Default: one of its own. */
  readonly messageId?: string;
  readonly inReplyTo?: string;
  readonly references?: readonly string[];
  /** Default: 2026-01-01, so that two of the same letter are the same bytes apart from the Message-ID. */
  readonly date?: Date;
  readonly attachments?: readonly LetterFile[];
  /** Further headers, e.g. `{ 'Auto-Submitted': 'auto-replied' }`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A file in a letter. */
export interface LetterFile {
  readonly filename: string;
  readonly content: string | Uint8Array;
  readonly contentType?: string;
  /** Content-ID without angle brackets: the HTML body shows it as `cid:`. */
  readonly cid?: string;
}

const NEW_YEAR = new Date('2026-01-01T00:00:00Z');

/** The bytes of a mail (RFC 5322, MIME), as a mail server would hold them. */
export async function aMessage(letter: Letter = {}): Promise<Buffer> {
  const { from = 'Jane Doe <jane@customer.test>', to = 'support@desk.test', subject = 'A question' } = letter;
  const { cc, references, attachments = [], text = 'Please help.', ...rest } = letter;
  const composer = new MailComposer({
    ...rest,
    from,
    to: [to].flat(),
    ...(cc === undefined ? {} : { cc: [cc].flat() }),
    subject,
    text,
    messageId: letter.messageId ?? `<${randomUUID()}@customer.test>`,
    ...(references === undefined ? {} : { references: [...references] }),
    date: letter.date ?? NEW_YEAR,
    attachments: attachments.map(({ content, ...file }) => ({ ...file, content: Buffer.from(content) })),
    headers: { ...letter.headers },
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

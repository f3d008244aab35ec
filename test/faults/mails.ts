import { createHash, randomBytes } from 'node:crypto';

/** A mail that was made for a fault, with what identifies it in the tickets and on disk. */
export interface MadeMail {
  readonly raw: Buffer;
  /** With angle brackets; unique in the run, and it names the mailbox that it was put into. */
  readonly messageId: string;
}

/** The Message-ID of mail number `n` of a mailbox. */
export function messageIdOf(user: string, n: number): string {
  return `<${String(n).padStart(5, '0')}.${user}@faults.example.test>`;
}

/** Mail number `n` of a mailbox. Numbers have five digits, so that equal requests give mail of equal size. */
export function plainMail(
  user: string,
  n: number,
  { subject = 'Mail', padding = 0, noise = false }: Wish = {},
): MadeMail {
  const messageId = messageIdOf(user, n);
  const number = String(n).padStart(5, '0');
  const lines = [
    `From: Customer <customer${number}@example.test>`,
    `To: ${user}@example.test`,
    `Subject: ${subject} ${number} of ${user}`,
    `Message-ID: ${messageId}`,
    'Date: Thu, 05 Nov 2026 09:00:00 +0000',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `This is mail ${number}.`,
    'It has a few lines, so that a connection can break within it,',
    ...paragraphs(padding, noise),
    'and this is the last one.',
    '',
  ];
  return { raw: Buffer.from(lines.join('\r\n')), messageId };
}

/** Mails 1 to `count`. */
export function plainMails(user: string, count: number): MadeMail[] {
  return Array.from({ length: count }, (_, index) => plainMail(user, index + 1));
}

/** SHA-256 in hex: two files are the same mail when it is. */
export function digestOf(raw: Buffer): string {
  return createHash('sha256').update(raw).digest('hex');
}

/** How a mail differs from the others: `padding` bytes longer, of which no packer makes less where it is `noise`. */
interface Wish {
  readonly subject?: string;
  readonly padding?: number;
  readonly noise?: boolean;
}

function paragraphs(bytes: number, noise: boolean): string[] {
  const lines = Math.ceil(bytes / 78);
  if (!noise) return Array<string>(lines).fill('x'.repeat(76));
  return Array.from({ length: lines }, () => randomBytes(57).toString('base64'));
}

import { type Headers } from 'mailparser';
import type { AttachmentSummary } from '../inbound-mail/inbound-mail.js';
import type { HeaderLine } from './header-record.js';

/** An attachment, before it is known whether the body shows it. */
export type PartSummary = Omit<AttachmentSummary, 'inline'>;

/** The parts of a mail, taken apart. */
export interface MailParts {
  /** From, Sender, Reply-To, To, Cc and Subject as mailparser reads them, at least; of addresses `value` alone counts. */
  readonly headers: Headers;
  readonly headerLines: readonly HeaderLine[];
  readonly text: string | null;
  readonly html: string | null;
  readonly attachments: readonly PartSummary[];
}

/** Takes each attachment's bytes as they come; they are in nobody's memory afterwards. */
export type TakeBytes = (index: number, bytes: Buffer) => void;

/** Takes a mail apart. */
export type ReadParts = (raw: Buffer, take?: TakeBytes) => Promise<MailParts>;

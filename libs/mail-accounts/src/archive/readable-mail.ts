import type { AttachmentSummary, MailAddress, ParsedMail } from '../inbound-mail/inbound-mail.js';
import { parseMail } from '../parsing/parse-mail.js';
import { plainText } from '../parsing/plain-text.js';
import { replyText } from './reply/reply-text.js';
import { sanitiseHtml } from './sanitise-html.js';

/** A mail as it can be shown to people. */
export interface ReadableMail {
  readonly messageId: string | null;
  readonly from: MailAddress | null;
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  readonly date: Date | null;
  /** The text/plain body, or the words of the HTML body where there is none. */
  readonly text: string;
  /** What the sender wrote in `text`: without quoted history and signature, see `replyText`. */
  readonly replyText: string;
  /** The HTML body, sanitised; null when the mail has none. Show it in a sandboxed frame. */
  readonly html: string | null;
  /** Remote pictures that `html` keeps from loading, their addresses in `data-src`. */
  readonly remoteContent: number;
  readonly attachments: readonly AttachmentSummary[];
  /** Codes of what could not be read. */
  readonly defects: readonly string[];
}

/** Makes a mail's bytes readable; null when not even its headers can be read. */
export async function readableMail(raw: Buffer): Promise<ReadableMail | null> {
  const mail = await parseMail(raw);
  return mail && readable(mail);
}

function readable(mail: ParsedMail): ReadableMail {
  const { messageId, from, replyTo, to, cc, subject, date, attachments, defects } = mail;
  const { html, remoteContent } =
    mail.html === null ? { html: null, remoteContent: 0 } : sanitiseHtml(mail.html);
  const text = mail.text ?? (mail.html === null ? '' : plainText(mail.html));
  const readable = { messageId, from, replyTo, to, cc, subject, date, text, html, remoteContent };
  return { ...readable, replyText: replyText(text), attachments, defects };
}

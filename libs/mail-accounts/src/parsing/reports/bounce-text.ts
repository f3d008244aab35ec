import type { MailReport, ReportedRecipient } from '../../inbound-mail/inbound-mail.js';
import { answersAutomatically } from '../automatic-mail.js';
import { type HeaderRecord } from '../header-record.js';
import { BOUNCE_SUBJECT, BOUNCE_TEXT, DELAY, SYSTEM_SENDER } from './bounce-words.js';
import { kindOf, statusIn, statusRecipients } from './status-recipients.js';
import type { ReportSource } from './report-source.js';
import { ownWords } from './report-text.js';
import { returnedMail } from './returned-mail.js';
import { recipientsInText } from './text-recipients.js';

/**
 * A bounce without structure: qmail, Exim, sendmail and Exchange wrote and write them. Somebody's sender must be a mail
 * system (by name, or by the null return path of RFC 5321 section 4.5.5) *and* the mail must say that something did not
 * arrive: neither an out-of-office answer nor a person who forwards a bounce is one.
 */
export function bounceReport(source: ReportSource): MailReport | null {
  if (!isBounce(source)) return null;
  const written = statusRecipients([source.text(), ...source.parts.map(({ text }) => text)].join('\n\n'));
  const recipients = written.length > 0 ? written : recipientsInText(source);
  const returned = returnedMail(source);
  // Shops and watchdogs write of deliveries that failed as well, and of no mail.
  if (!isSystem(source.headers) && !hasCopy(source) && !isAboutMail(source, recipients)) return null;
  const kind = recipients.length === 0 && isWarning(source) ? 'delay' : kindOf(recipients);
  return { kind, recipients, ...returned };
}

function isBounce(source: ReportSource): boolean {
  if (source.headers['x-failed-recipients']) return true;
  const sender = senderWeight(source.headers);
  // Reading all the words of everybody's mail costs more than reading the mail.
  if (sender === 0) return false;
  if (answersAutomatically(source.headers, source.subject) && !isSystem(source.headers)) return false;
  const content = contentWeight(source);
  return content >= 2 && sender + content >= 4;
}

/** It names whom it did not reach, and what a mail server said of them, or it is sent as only a mail server sends. */
function isAboutMail(source: ReportSource, recipients: readonly ReportedRecipient[]): boolean {
  const { headers } = source;
  const byServer =
    says(headers, 'return-path', NOBODY) ||
    says(headers, 'from', GATEWAY) ||
    headers['x-failed-recipients'] !== undefined;
  return recipients.length > 0 && (byServer || recipients.some(({ status }) => status !== null));
}

/** How much of a mail system a sender looks like; 0 for people. */
export function senderWeight(headers: HeaderRecord): number {
  return (
    (isSystem(headers) ? 2 : 0) +
    Number(says(headers, 'return-path', NOBODY)) +
    Number(
      says(headers, 'from', /\b(no-?reply|do-?not-?reply|bounces?)\b/i) || says(headers, 'from', GATEWAY),
    ) +
    Number(says(headers, 'auto-submitted', /^\s*auto-/i))
  );
}

const GATEWAY = /smtp|gateway|anti-?virus/i;
const NOBODY = /^\s*<?\s*(mailer-daemon\b[^>]*)?>?\s*$/i;

function says(headers: HeaderRecord, name: string, pattern: RegExp): boolean {
  return headers[name]?.some((value) => pattern.test(value)) ?? false;
}

function isSystem(headers: HeaderRecord): boolean {
  const from = headers['from']?.[0];
  if (from === undefined) return false;
  return SYSTEM_SENDER.test(from) || /(^|<)\s*>?\s*$/.test(from);
}

function contentWeight(source: ReportSource): number {
  const words = ownWords(source).join('\n');
  return (
    (BOUNCE_SUBJECT.test(source.subject) ? 2 : 0) +
    (BOUNCE_TEXT.test(words) ? 2 : 0) +
    (statusIn(words) ? 1 : 0) +
    (hasCopy(source) ? 1 : 0)
  );
}

function hasCopy({ parts }: ReportSource): boolean {
  return parts.some(({ contentType }) => /rfc822/.test(contentType));
}

function isWarning(source: ReportSource): boolean {
  return DELAY.test(source.subject) || DELAY.test(ownWords(source).join('\n'));
}

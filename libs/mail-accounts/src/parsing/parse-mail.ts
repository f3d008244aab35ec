import type { ParsedMail } from '../inbound-mail/inbound-mail.js';
import { isAutomatic } from './automatic-mail.js';
import type { Defect } from './defects.js';
import { firstOf, headerRecord } from './header-record.js';
import { mailAddresses } from './mail-addresses.js';
import { messageIds } from './message-ids.js';
import { readParts, type MailParts, type TakeBytes } from './read-parts.js';
import { sentDate } from './sent-date.js';
import { headerEnd, withUtf8Headers } from './utf8-headers.js';

const HEADERS_ALONE = 262_144;

/**
 * Reads a mail. Where its structure cannot be read its headers still are, and `defects` says so; null when not even
 * they can be. Never throws.
 */
export async function parseMail(raw: Buffer, take?: TakeBytes): Promise<ParsedMail | null> {
  const readable = withUtf8Headers(raw);
  try {
    return parsedMail(await readParts(readable, take), []);
  } catch {
    return parseHeaders(readable, 'structure-unreadable');
  }
}

/** Reads nothing but the headers, for the reason that `defect` names. Never throws; null when they cannot be read. */
export async function parseHeaders(raw: Buffer, defect: Defect): Promise<ParsedMail | null> {
  const head = raw.subarray(0, Math.min(headerEnd(raw), HEADERS_ALONE));
  try {
    const parts = await readParts(Buffer.concat([head, Buffer.from('\r\n\r\n')]));
    return parsedMail({ ...parts, text: null, html: null, attachments: [] }, [defect]);
  } catch {
    return null;
  }
}

function parsedMail(parts: MailParts, found: readonly Defect[]): ParsedMail {
  const headers = headerRecord(parts.headerLines);
  const addresses = (name: string) => mailAddresses(parts.headers.get(name));
  const from = addresses('from')[0] ?? null;
  const date = sentDate(firstOf(headers, 'date'));
  const defects: Defect[] = [...found];
  if (!from) defects.push('from-missing');
  if (!date && headers['date']) defects.push('date-unreadable');
  if (isProviderStub(parts.text)) defects.push('provider-stub');
  return {
    messageId: messageIds(headers['message-id'] ?? [])[0] ?? null,
    inReplyTo: messageIds(headers['in-reply-to'] ?? []),
    references: messageIds(headers['references'] ?? []),
    from,
    sender: addresses('sender')[0] ?? null,
    replyTo: addresses('reply-to'),
    to: addresses('to'),
    cc: addresses('cc'),
    subject: subjectOf(parts),
    date,
    text: parts.text,
    html: parts.html,
    attachments: parts.attachments.map((part) => ({ ...part, inline: isInline(part.contentId, parts.html) })),
    headers,
    automatic: isAutomatic(headers),
    defects,
  };
}

function subjectOf({ headers }: MailParts): string {
  const subject = headers.get('subject');
  return typeof subject === 'string' ? subject.replaceAll(/\p{Cc}+/gu, ' ').trim() : '';
}

function isInline(contentId: string | null, html: string | null): boolean {
  return contentId !== null && (html ?? '').includes(`cid:${contentId}`);
}

// What Exchange hands out in place of a mail that it cannot convert just now.
function isProviderStub(text: string | null): boolean {
  return /^\s*Retrieval using the IMAP4 protocol failed for the following message/i.test(text ?? '');
}

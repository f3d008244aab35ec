import type { ParsedMail } from '../inbound-mail/inbound-mail.js';
import { fieldsOf } from '../mime/field-words.js';
import { walkedParts } from '../mime/walked-parts.js';
import { answersAutomatically, isAutomatic } from './automatic-mail.js';
import { decodeText } from './charsets/decode-text.js';
import { openContainers } from './containers/open-containers.js';
import type { Defect } from './defects.js';
import { headerEnd } from './header-end.js';
import { firstOf, headerRecord, type HeaderRecord } from './header-record.js';
import { mailAddresses } from './mail-addresses.js';
import type { MailParts, ReadParts, TakeBytes } from './mail-parts.js';
import { mailPriority } from './mail-priority.js';
import { messageIds } from './message-ids.js';
import { plainText } from './plain-text.js';
import { readParts } from './read-parts.js';
import { mailReport, reportPartsOf } from './reports/mail-report.js';
import type { ReportPart } from './reports/report-source.js';
import { sentDate } from './sent-date.js';
import { withUtf8Headers } from './utf8-headers.js';

const ONCE = ['from', 'sender', 'reply-to', 'subject'];
const HEADERS_ALONE = 262_144;
const REPORT_PART = 65_536;
const MOST_REPORT_PARTS = 20;
const BODY_ALONE = 131_072;

/**
 * Reads a mail. Where its structure cannot be read its headers still are, and `defects` says so; null when not even
 * they can be. Never throws.
 */
export async function parseMail(raw: Buffer, take?: TakeBytes): Promise<ParsedMail | null> {
  const readable = withUtf8Headers(raw);
  try {
    const parts = await partsOf(readable, take);
    const headers = headerRecord(parts.headerLines);
    const reported = await reportParts(readable, headers, parts);
    return await parsedMail(parts, headers, { raw: readable, parts: reported, defects: [] });
  } catch {
    return parseHeaders(readable, 'structure-unreadable');
  }
}

/** What is out of the ordinary takes mailparser, and its time. */
async function partsOf(raw: Buffer, take?: TakeBytes): Promise<MailParts> {
  const read: ReadParts = async (mail, taken) => walkedParts(mail, taken) ?? (await readParts(mail, taken));
  return openContainers(raw, await read(raw, take), read, take);
}

/** Reads nothing but the headers, for the reason that `defect` names. Never throws; null when they cannot be read. */
export async function parseHeaders(raw: Buffer, defect: Defect): Promise<ParsedMail | null> {
  const head = raw.subarray(0, Math.min(headerEnd(raw), HEADERS_ALONE));
  try {
    const parts = await readParts(Buffer.concat([head, Buffer.from('\r\n\r\n')]));
    const bare = { ...parts, text: null, html: null, attachments: [] };
    return await parsedMail(bare, headerRecord(parts.headerLines), {
      raw: head,
      parts: [],
      defects: [defect],
    });
  } catch {
    return null;
  }
}

/** What a report may be made of, decoded. Hardly any mail has such parts, so the others pay nothing. */
async function reportParts(
  raw: Buffer,
  headers: HeaderRecord,
  { attachments }: MailParts,
): Promise<ReportPart[]> {
  const wanted = reportPartsOf(headers, attachments).slice(0, MOST_REPORT_PARTS);
  if (wanted.length === 0) return [];
  const pieces = new Map<number, Buffer[]>(wanted.map(({ index }) => [index, []]));
  await partsOf(raw, (index, bytes) => pieces.get(index)?.push(bytes.subarray(0, REPORT_PART)));
  return wanted.map(({ index, contentType }) => ({
    contentType,
    text: decodeText(Buffer.concat(pieces.get(index) ?? []).subarray(0, REPORT_PART)),
  }));
}

async function parsedMail(
  parts: MailParts,
  headers: HeaderRecord,
  found: {
    readonly raw: Buffer;
    readonly parts: readonly ReportPart[];
    readonly defects: readonly Defect[];
  },
): Promise<ParsedMail> {
  const fields = firstFields(parts, headers);
  const addresses = (name: string) => mailAddresses(fields.get(name));
  const [author] = addresses('from');
  const [sender = null] = addresses('sender');
  const replyTo = addresses('reply-to');
  const subject = subjectOf(fields);
  const report = await mailReport({
    headers,
    subject,
    parts: found.parts,
    text: () => wordsOf(parts, found.raw),
    body: () => bodyOf(found.raw),
  });
  const automaticReply = report === null && answersAutomatically(headers, subject);
  const date = sentDate(firstOf(headers, 'date'));
  const shown = shownIds(parts);
  const defects: Defect[] = [...found.defects];
  if (!author) defects.push('from-missing');
  if (!date && headers['date']) defects.push('date-unreadable');
  if (isProviderStub(parts.text)) defects.push('provider-stub');
  return {
    messageId: messageIds(headers['message-id'])[0] ?? null,
    inReplyTo: messageIds(headers['in-reply-to']),
    references: messageIds(headers['references']),
    from: author ?? replyTo[0] ?? sender,
    sender,
    replyTo,
    to: addresses('to'),
    cc: addresses('cc'),
    subject,
    date,
    text: parts.text,
    html: parts.html,
    attachments: parts.attachments.map((part) => ({
      ...part,
      inline: part.contentId !== null && shown.has(part.contentId),
    })),
    headers,
    priority: mailPriority(headers),
    automatic: report !== null || automaticReply || isAutomatic(headers),
    automaticReply,
    report,
    defects,
  };
}

/** Of what may be there but once (RFC 5322 section 3.6) the first counts: what was put on top was put there last. */
function firstFields({ headers, headerLines }: MailParts, record: HeaderRecord): MailParts['headers'] {
  const twice = ONCE.filter((name) => (record[name]?.length ?? 0) > 1);
  if (twice.length === 0) return headers;
  const fields = new Map(headers);
  for (const name of twice) {
    const first = headerLines.find((line) => line.key === name && /:\s*\S/.test(line.line));
    const value = first && fieldsOf([first], new Set([name])).get(name);
    if (value !== undefined) fields.set(name, value);
  }
  return fields;
}

function wordsOf({ text, html }: MailParts, raw: Buffer): string {
  return text ?? (html === null ? bodyOf(raw) : plainText(html));
}

function bodyOf(raw: Buffer): string {
  return decodeText(raw.subarray(headerEnd(raw), headerEnd(raw) + BODY_ALONE));
}

function subjectOf(fields: MailParts['headers']): string {
  const subject = fields.get('subject');
  return typeof subject === 'string' ? subject.replaceAll(/\p{Cc}+/gu, ' ').trim() : '';
}

/** Content-IDs that the HTML shows; a cid URL holds them percent-encoded (RFC 2392 section 2). */
function shownIds({ html, attachments }: MailParts): ReadonlySet<string> {
  if (html === null || attachments.every(({ contentId }) => contentId === null)) return new Set();
  return new Set([...html.matchAll(/\bcid:([^"'\s>)]{1,998})/gi)].map(([, id = '']) => decodedUri(id)));
}

function decodedUri(id: string): string {
  const plain = id.replaceAll('&amp;', '&');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

// What Exchange hands out in place of a mail that it cannot convert just now.
function isProviderStub(text: string | null): boolean {
  return /^\s*Retrieval using the IMAP4 protocol failed for the following message/i.test(text ?? '');
}

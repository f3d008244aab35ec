import type { AttachmentStream, Headers, MessageText } from 'mailparser';
import { hasMixedBody } from './body-parts.js';
import { fileName } from './file-name.js';
import type { HeaderLine } from './header-record.js';
import { lightMail } from './light-mail.js';
import type { MailParts, PartSummary, TakeBytes } from './mail-parts.js';
import { plainText } from './plain-text.js';
import { ThoroughParser } from './thorough-parser.js';
import { withTrimmedBoundaries } from './trimmed-boundaries.js';

// Links, images and the conversions between text and HTML are the reader's business, and where hostile mail gets
// its work done: nested tags, endless hosts.
const AS_IT_IS = {
  skipHtmlToText: true,
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
  keepDeliveryStatus: true,
} as const;
const CONVERTED = {
  ...AS_IT_IS,
  skipHtmlToText: false,
  skipTextToHtml: false,
  maxHtmlLengthToParse: 262_144,
} as const;

const LARGEST_SHOWN = 262_144;
const MOST_SHOWN = 5;

/**
 * Takes a mail apart with mailparser. Attachments are counted, decoded and handed to `take` piece by piece. A body that
 * mixes text and HTML side by side is read once more, so that each of its two forms holds all of it. Throws what
 * mailparser throws at mail that is too broken or too deeply nested.
 */
export async function readParts(raw: Buffer, take?: TakeBytes): Promise<MailParts> {
  const trimmed = withTrimmedBoundaries(raw);
  const { parts, mixed, shown } = await readOnce(trimmed, AS_IT_IS, take);
  const whole = mixed ? await readMixed(trimmed, parts) : parts;
  return shown.length > 0 ? { ...whole, text: await withShownMails(whole.text, shown) } : whole;
}

async function readMixed(raw: Buffer, parts: MailParts): Promise<MailParts> {
  try {
    const { text, html } = (await readOnce(raw, CONVERTED)).parts;
    return { ...parts, text, html };
  } catch {
    return parts;
  }
}

/** A mail in the mail that says it is to be shown (RFC 2183 section 2.1) is attached *and* its words follow the text. */
async function withShownMails(text: string | null, shown: readonly Buffer[]): Promise<string | null> {
  const words = [text ?? ''];
  for (const raw of shown) {
    const inner = await readOnce(raw, AS_IT_IS).catch(() => null);
    words.push(inner?.parts.text ?? plainText(inner?.parts.html ?? ''));
  }
  return filled(words.filter((part) => part !== '').join('\n\n'));
}

async function readOnce(
  raw: Buffer,
  options: typeof AS_IT_IS | typeof CONVERTED,
  take?: TakeBytes,
): Promise<{ parts: MailParts; mixed: boolean; shown: readonly Buffer[] }> {
  const parser = new ThoroughParser(options);
  const light = take ? null : lightMail(raw);
  const read: { headers?: Headers; headerLines?: readonly HeaderLine[] } = {};
  parser.on('headers', (headers: Headers) => (read.headers = headers));
  parser.on('headerLines', (lines: readonly HeaderLine[]) => (read.headerLines = lines));
  parser.end(light?.raw ?? raw);
  const attachments: PartSummary[] = [];
  const shown: Buffer[] = [];
  let body: MessageText | undefined;
  for await (const part of parser as AsyncIterable<AttachmentStream | MessageText>) {
    if (part.type === 'text') body = part;
    else attachments.push(await readAttachment(part, attachments.length, { take, mark: light?.mark, shown }));
  }
  const { headers = new Map(), headerLines = [] } = read;
  const parts = { headers, headerLines, text: filled(body?.text), html: filled(body?.html), attachments };
  return { parts, mixed: hasMixedBody(parser), shown };
}

async function readAttachment(
  part: AttachmentStream,
  index: number,
  { take, mark, shown }: { take: TakeBytes | undefined; mark: string | undefined; shown: Buffer[] },
): Promise<PartSummary> {
  let size = mark ? Number(part.headers.get(mark) ?? 0) : 0;
  const copy: Buffer[] | null = isShownMail(part) && shown.length < MOST_SHOWN ? [] : null;
  for await (const chunk of part.content as unknown as AsyncIterable<Buffer>) {
    size += chunk.length;
    take?.(index, chunk);
    if (size <= LARGEST_SHOWN) copy?.push(chunk);
  }
  part.release();
  if (copy && size <= LARGEST_SHOWN) shown.push(Buffer.concat(copy));
  return {
    index,
    filename: fileName(part.filename),
    contentType: part.contentType.toLowerCase(),
    size,
    contentId: part.cid ? part.cid : null,
  };
}

function isShownMail({ contentType, contentDisposition, filename }: AttachmentStream): boolean {
  return contentType === 'message/rfc822' && contentDisposition === 'inline' && !filename;
}

// PostgreSQL takes no NUL in text; whoever stores a body must not have to know.
function filled(text: string | boolean | undefined): string | null {
  return typeof text === 'string' && text.trim() !== '' ? text.replaceAll('\0', '') : null;
}

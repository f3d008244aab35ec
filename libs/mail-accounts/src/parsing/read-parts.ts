import type { AttachmentStream, Headers, MessageText } from 'mailparser';
import { hasMixedBody } from './body-parts.js';
import { fileName } from './file-name.js';
import { headerEnd } from './header-end.js';
import type { HeaderLine } from './header-record.js';
import { lightMail } from './light-mail.js';
import type { MailParts, PartSummary, TakeBytes } from './mail-parts.js';
import { mendMail } from './mending/mend-mail.js';
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
  const mended = mendMail(withTrimmedBoundaries(raw));
  const { parts, mixed, shown } = await readOnce(mended, AS_IT_IS, take);
  const whole = mixed ? await readMixed(mended, parts) : parts;
  const text = shown.length > 0 ? await withShownMails(whole.text, shown) : whole.text;
  return { ...whole, text, headerLines: await headerLinesAsSent(raw, mended, whole.headerLines) };
}

/** What was mended of a header is for reading the parts alone. */
async function headerLinesAsSent(
  raw: Buffer,
  mended: Buffer,
  lines: readonly HeaderLine[],
): Promise<readonly HeaderLine[]> {
  const head = raw.subarray(0, headerEnd(raw));
  if (head.equals(mended.subarray(0, head.length))) return lines;
  return (await readOnce(head, AS_IT_IS)).parts.headerLines;
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
    else {
      // A mail that is nothing but another one is shown as well.
      const alone = part.contentType === 'message/rfc822' && part.headers === read.headers;
      const wanted = { take, mark: light?.mark, shown, alone };
      attachments.push(await readAttachment(part, attachments.length, wanted));
    }
  }
  const { headers = new Map(), headerLines = [] } = read;
  const parts = { headers, headerLines, text: filled(body?.text), html: filled(body?.html), attachments };
  return { parts, mixed: hasMixedBody(parser), shown };
}

interface Wanted {
  readonly take: TakeBytes | undefined;
  readonly mark: string | undefined;
  readonly shown: Buffer[];
  readonly alone: boolean;
}

async function readAttachment(
  part: AttachmentStream,
  index: number,
  { take, mark, shown, alone }: Wanted,
): Promise<PartSummary> {
  let size = mark ? Number(part.headers.get(mark) ?? 0) : 0;
  const copy: Buffer[] | null = (isShownMail(part) || alone) && shown.length < MOST_SHOWN ? [] : null;
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

import { randomBytes } from 'node:crypto';

/** A run of base64 below this size is not worth the trouble. */
const WORTH_IT = 16_384;
const LONGEST_HEADER = 16_384;
const LONGEST_LINE = 998;
const DEEPEST = 50;
const ATTACHED = /^(application|audio|font|image|model|video)\//;
const BLANK_LINE = '\r\n\r\n';

/** A mail without the bulk of its attachments. */
export interface LightMail {
  readonly raw: Buffer;
  /** Header of the parts that are not whole: the number of decoded bytes they lack. Nobody can guess its name. */
  readonly mark: string;
}

interface Run {
  readonly end: number;
  readonly decoded: number;
}

/**
 * Takes whole lines of base64 out of attachments, so that nobody decodes what nobody keeps: most of the bytes of most
 * mailboxes. Null when there is nothing to take, or where it could change what the mail says: a mail inside the mail,
 * parts without a boundary that was declared. Reads the structure as RFC 2046 section 5.1.1 has it.
 */
export function lightMail(raw: Buffer): LightMail | null {
  if (raw.length < WORTH_IT) return null;
  const mark = `x-${randomBytes(12).toString('hex')}`;
  const pieces: Buffer[] = [];
  const boundaries: string[] = [];
  let copied = 0;
  for (let at = 0; at >= 0;) {
    // From two before: a part without headers begins with the blank line.
    const end = raw.indexOf(BLANK_LINE, Math.max(0, at - 2));
    if (end < 0 || end - at > LONGEST_HEADER) break;
    const header = raw.toString('latin1', at, end);
    const type = only(header, /^content-type:\s*([^\s;]+)/gim);
    if (type?.startsWith('message/') || boundaries.length > DEEPEST) return null;
    if (type?.startsWith('multipart/')) boundaries.push(boundaryOf(header));
    const run = at > 0 && isAttachment(type, header) ? runOfBase64(raw, end + BLANK_LINE.length) : null;
    if (run) {
      pieces.push(raw.subarray(copied, at), Buffer.from(`${mark}: ${run.decoded}\r\n`));
      pieces.push(raw.subarray(at, end + BLANK_LINE.length));
      copied = run.end;
    }
    at = nextPart(raw, run?.end ?? end, boundaries);
  }
  return copied === 0 ? null : { raw: Buffer.concat([...pieces, raw.subarray(copied)]), mark };
}

/** The value that the header has exactly once, in lower case. */
function only(header: string, pattern: RegExp): string | undefined {
  const [first, ...others] = header.matchAll(pattern);
  return others.length === 0 ? first?.[1]?.toLowerCase() : undefined;
}

function isAttachment(type: string | undefined, header: string): boolean {
  const encoding = only(header, /^content-transfer-encoding:[ \t]*([^\s;]+)[ \t]*$/gim);
  return type !== undefined && ATTACHED.test(type) && encoding === 'base64';
}

function boundaryOf(header: string): string {
  const [, quoted, bare] = /boundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(header) ?? [];
  return quoted ?? bare ?? '';
}

/** Where the next part's header begins; -1 when there is none. What is closed on the way is taken off `boundaries`. */
function nextPart(raw: Buffer, from: number, boundaries: string[]): number {
  for (let at = raw.indexOf('\r\n--', from); at >= 0; at = raw.indexOf('\r\n--', at + 2)) {
    const end = raw.indexOf('\r\n', at + 4);
    if (end < 0) return -1;
    const line = end - at < 100 ? raw.toString('latin1', at + 4, end).trimEnd() : '';
    const opened = line === '' ? -1 : boundaries.lastIndexOf(line);
    if (opened >= 0) {
      boundaries.length = opened + 1;
      return end + 2;
    }
    const closed = line.endsWith('--') ? boundaries.lastIndexOf(line.slice(0, -2)) : -1;
    if (closed >= 0) boundaries.length = closed;
  }
  return -1;
}

/** Lines of one length, each of which decodes for itself; the last one stays, it may hold the padding. */
function runOfBase64(raw: Buffer, start: number): Run | null {
  const length = raw.indexOf('\r\n', start) - start;
  if (length < 4 || length > LONGEST_LINE || length % 4 !== 0) return null;
  let lines = 0;
  const endOf = (line: number): number => start + line * (length + 2);
  while (raw[endOf(lines) + length] === 0x0d && raw[endOf(lines) + length + 1] === 0x0a) lines += 1;
  const end = endOf(lines - 1);
  if (end - start < WORTH_IT) return null;
  const run = raw.subarray(start, end);
  // Line ends can fall into step by chance beyond the attachment: a boundary must never go with it.
  const harmless = !run.includes('=') && !run.includes('\r\n--');
  return harmless ? { end, decoded: ((lines - 1) * length * 3) / 4 } : null;
}

import { isUtf8 } from 'node:buffer';
import { decodeText } from './charsets/decode-text.js';
import { withKnownWords } from './charsets/known-words.js';

const LONGEST = 1_048_576;
const LINE_FEED = 0x0a;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/**
 * The mail with its raw 8-bit headers turned into UTF-8, so that they can be read: header lines that are no UTF-8 are
 * taken to be in the character set that the mail declares for its text, else in one that fits; encoded words in a set
 * that is known here alone become words in UTF-8. A mark of the byte order is not part of the first header's name. Sound
 * mail comes back as it is, without a copy.
 */
export function withUtf8Headers(mail: Buffer): Buffer {
  const raw = mail.subarray(0, 3).equals(BYTE_ORDER_MARK) ? mail.subarray(3) : mail;
  const end = headerEnd(raw);
  const sent = raw.subarray(0, end);
  const words = sent.includes('=?') ? withKnownWords(sent.toString('latin1')) : null;
  const head = words === null ? sent : Buffer.from(words, 'latin1');
  if (isUtf8(head)) return words === null ? raw : Buffer.concat([head, raw.subarray(end)]);
  const charset = declaredCharset(raw);
  const lines = linesOf(head).map((line) => (isUtf8(line) ? line : Buffer.from(decodeText(line, charset))));
  return Buffer.concat([...lines, raw.subarray(end)]);
}

/** Where the header block ends: behind the first empty line, or after 1 MiB. */
export function headerEnd(raw: Buffer): number {
  let from = 0;
  while (from < raw.length && from < LONGEST) {
    const next = raw.indexOf(LINE_FEED, from) + 1;
    if (next === 0) return raw.length;
    if (next - from === 1 || (next - from === 2 && raw[from] === 0x0d)) return next;
    from = next;
  }
  return Math.min(from, raw.length);
}

function linesOf(head: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < head.length;) {
    const next = head.indexOf(LINE_FEED, from) + 1 || head.length;
    lines.push(head.subarray(from, next));
    from = next;
  }
  return lines;
}

function declaredCharset(raw: Buffer): string | null {
  const declared = /charset\s*=\s*"?([\w.:-]{2,40})/i.exec(raw.toString('latin1', 0, 65_536))?.[1] ?? null;
  return declared && /^utf-?8$/i.test(declared) ? null : declared;
}

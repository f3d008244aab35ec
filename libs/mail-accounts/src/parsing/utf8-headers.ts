import { isUtf8 } from 'node:buffer';
import { decodeText } from './charsets/decode-text.js';
import { withKnownWords } from './charsets/known-words.js';
import { headerEnd } from './header-end.js';
import { withReadableLines } from './mending/readable-lines.js';

const LINE_FEED = 0x0a;
const ESCAPE = 0x1b;
// Obsolete, and allowed (RFC 5322 section 4.5).
const SPACED_NAME = /^[!-9;-~]{1,100}[ \t]{1,20}:/m;
const SPACED_NAMES = /^([!-9;-~]{1,100})[ \t]{1,20}:/gm;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/**
 * The mail with its raw 8-bit headers turned into UTF-8, so that they can be read: header lines that are no UTF-8 are
 * taken to be in the character set that the mail declares for its text, else in one that fits; encoded words in a set
 * that is known here alone become words in UTF-8. A mark of the byte order is not part of the first header's name. Sound
 * mail comes back as it is, without a copy.
 */
export function withUtf8Headers(mail: Buffer): Buffer {
  const raw = withReadableLines(mail.subarray(0, 3).equals(BYTE_ORDER_MARK) ? mail.subarray(3) : mail);
  const end = headerEnd(raw);
  const sent = raw.subarray(0, end);
  const words = withPlainWords(sent.toString('latin1'));
  const head = words === null ? sent : Buffer.from(words, 'latin1');
  if (isUtf8(head) && !head.includes(ESCAPE))
    return words === null ? raw : Buffer.concat([head, raw.subarray(end)]);
  const charset = declaredCharset(raw);
  const lines = linesOf(head).map((line) =>
    isUtf8(line) && !line.includes(ESCAPE) ? line : Buffer.from(decodeText(line, charset)),
  );
  return Buffer.concat([...lines, raw.subarray(end)]);
}

/** Null where nothing is to be done, as in nearly all mail. */
function withPlainWords(head: string): string | null {
  const named = SPACED_NAME.test(head) ? head.replaceAll(SPACED_NAMES, '$1:') : head;
  const words = named.includes('=?') ? withKnownWords(named) : null;
  return words ?? (named === head ? null : named);
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

import { headerEnd } from '../header-end.js';

const LF = 0x0a;
const CR = 0x0d;
/** A field, the rest of one, or the line that mbox puts above a mail. */
const FIELD = /^\r?(?:[!-9;-~\x80-\xff]+[ \t]*:|[ \t]|>?From )/;
/** Fields that no sentence begins like. */
const UNMISTAKABLE =
  /^(?:from|to|cc|subject|date|received|return-path|message-id|mime-version|content-[a-z-]+|x-[\w-]+)[ \t]*:/i;

/**
 * The mail with lines that can be told apart and a header that ends: blank lines above it go, a CR alone or twice before LF
 * becomes a line end where there is no other, and where no empty line parts header and body the body begins with the first
 * line that is no field. Sound mail comes back as it is, without a copy.
 */
export function withReadableLines(mail: Buffer): Buffer {
  const raw = withoutBlankStart(mail);
  const end = headerEnd(raw);
  if (endsBlank(raw, end)) return withoutStrayLines(raw, end);
  const lines = raw.includes(CR) ? withLineFeeds(raw) : raw;
  const lineEnd = headerEnd(lines);
  return withoutStrayLines(lines, endsBlank(lines, lineEnd) ? lineEnd : lines.length);
}

function withoutBlankStart(raw: Buffer): Buffer {
  if (raw[0] !== CR && raw[0] !== LF) return raw;
  const start = raw.findIndex((byte) => byte !== CR && byte !== LF);
  return start > 0 && UNMISTAKABLE.test(raw.toString('latin1', start, start + 80))
    ? raw.subarray(start)
    : raw;
}

/** Is what ends at `end` ended by an empty line? */
function endsBlank(raw: Buffer, end: number): boolean {
  if (raw[end - 1] !== LF) return false;
  const before = raw[end - 2] === CR ? end - 3 : end - 2;
  return before < 0 || raw[before] === LF;
}

function withLineFeeds(raw: Buffer): Buffer {
  const text = raw.toString('latin1');
  return Buffer.from(text.replaceAll(/\r+\n|\r/g, '\r\n'), 'latin1');
}

// Only the last line is looked at in ordinary mail: what stands between two fields is somebody's broken fold.
function withoutStrayLines(raw: Buffer, end: number): Buffer {
  const last = lastLine(raw, end);
  if (FIELD.test(raw.toString('latin1', last, last + 200))) return raw;
  const lines = raw.toString('latin1', 0, Math.min(end, 262_144)).split(/(?<=\n)/);
  const fields = lines.findLastIndex((line) => FIELD.test(line));
  const kept = lines.slice(0, fields + 1).join('');
  if (isCutOff(kept) || lines.slice(fields + 1).every((line) => line.trim() === '')) return raw;
  return Buffer.concat([Buffer.from(kept, 'latin1'), Buffer.from('\r\n'), raw.subarray(kept.length)]);
}

function lastLine(raw: Buffer, end: number): number {
  let stop = end;
  while (stop > 0 && (raw[stop - 1] === LF || raw[stop - 1] === CR)) stop -= 1;
  return stop === 0 ? 0 : raw.lastIndexOf(LF, stop - 1) + 1;
}

// A field that goes on, and forgot to say so with a space.
function isCutOff(head: string): boolean {
  return (
    /;[ \t]*\r?\n$/.test(head) ||
    (head.slice(head.lastIndexOf('\n', head.length - 2)).split('"').length - 1) % 2 === 1
  );
}

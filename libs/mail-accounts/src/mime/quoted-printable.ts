import { hexadecimal } from './hexadecimal.js';

const LF = 0x0a;
const CR = 0x0d;
const EQUALS = 0x3d;

const SPACE = 0x20;
const TAB = 0x09;

/**
 * Decodes quoted-printable (RFC 2045 section 6.7): white space before line ends goes first, then soft line breaks, and
 * only then are escapes read, so that one may lie across a break. What is no escape stays as it is. Linear.
 */
export function decodeQuotedPrintable(encoded: Buffer): Buffer {
  return (
    decodeAtOnce(encoded) ?? withoutEscapes(withoutSoftBreaks(withoutTrailingSpace(Buffer.from(encoded))))
  );
}

/** All steps in one, which is enough where every `=` begins an escape or ends a line; null where one does not. */
function decodeAtOnce(encoded: Buffer): Buffer | null {
  const { length } = encoded;
  const bytes = Buffer.allocUnsafe(length);
  let to = 0;
  for (let from = 0; from < length; from += 1) {
    const byte = encoded[from] ?? 0;
    if (byte === EQUALS) {
      const escaped = hexadecimal(encoded[from + 1]) * 16 + hexadecimal(encoded[from + 2]);
      const skipped = escaped < 0 ? lineEndAt(encoded, from + 1) : 2;
      if (skipped === null) return null;
      if (escaped >= 0) bytes[to++] = escaped;
      from += skipped;
    } else {
      if (byte === LF || byte === CR) to -= spaceBefore(encoded, from);
      bytes[to++] = byte;
    }
  }
  return bytes.subarray(0, to - spaceBefore(encoded, length));
}

/** How many bytes of white space stand before `end`. As it is written there is none in an escape. */
function spaceBefore(encoded: Buffer, end: number): number {
  let start = end;
  while (start > 0 && (encoded[start - 1] === SPACE || encoded[start - 1] === TAB)) start -= 1;
  return end - start;
}

// Each step works in place and answers what is left.

function withoutTrailingSpace(bytes: Buffer): Buffer {
  let to = 0;
  let visible = 0;
  for (let from = 0; from < bytes.length; from += 1) {
    const byte = bytes[from] ?? 0;
    if (byte === LF || byte === CR) to = visible;
    bytes[to++] = byte;
    if (byte !== SPACE && byte !== TAB) visible = to;
  }
  return bytes.subarray(0, visible);
}

function withoutSoftBreaks(bytes: Buffer): Buffer {
  let to = 0;
  for (let from = 0; from < bytes.length; from += 1) {
    const skipped = bytes[from] === EQUALS ? lineEndAt(bytes, from + 1) : null;
    if (skipped === null) bytes[to++] = bytes[from] ?? 0;
    else from += skipped;
  }
  return bytes.subarray(0, to);
}

function lineEndAt(bytes: Buffer, at: number): number | null {
  if (at >= bytes.length) return 0;
  if (bytes[at] === LF) return 1;
  return bytes[at] === CR && bytes[at + 1] === LF ? 2 : null;
}

function withoutEscapes(bytes: Buffer): Buffer {
  let to = 0;
  for (let from = 0; from < bytes.length; from += 1) {
    const byte = bytes[from] ?? 0;
    const escaped = byte === EQUALS ? hexadecimal(bytes[from + 1]) * 16 + hexadecimal(bytes[from + 2]) : -1;
    bytes[to++] = escaped < 0 ? byte : escaped;
    if (escaped >= 0) from += 2;
  }
  return bytes.subarray(0, to);
}

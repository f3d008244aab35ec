const LF = 0x0a;
const CR = 0x0d;
const EQUALS = 0x3d;

const SPACE = 1;
const LINE_END = 2;
const ESCAPE = 3;

/** What a byte may be the begin of; 0 for those that are only themselves. */
const KINDS = new Uint8Array(256);
KINDS[0x20] = KINDS[0x09] = SPACE;
KINDS[CR] = KINDS[LF] = LINE_END;
KINDS[EQUALS] = ESCAPE;

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
  const bytes = Buffer.allocUnsafe(encoded.length);
  let to = 0;
  let visible = 0;
  for (let from = 0; from < encoded.length; from += 1) {
    const byte = encoded[from] ?? 0;
    const kind = KINDS[byte];
    if (kind === LINE_END) to = visible;
    if (kind === ESCAPE) {
      const escaped = digit(encoded[from + 1]) * 16 + digit(encoded[from + 2]);
      const skipped = escaped < 0 ? lineEndAt(encoded, from + 1) : 2;
      if (skipped === null) return null;
      if (escaped >= 0) bytes[to++] = escaped;
      from += skipped;
    } else bytes[to++] = byte;
    if (kind !== SPACE) visible = to;
  }
  return bytes.subarray(0, visible);
}

// Each step works in place and answers what is left.

function withoutTrailingSpace(bytes: Buffer): Buffer {
  let to = 0;
  let visible = 0;
  for (let from = 0; from < bytes.length; from += 1) {
    const byte = bytes[from] ?? 0;
    if (byte === LF || byte === CR) to = visible;
    bytes[to++] = byte;
    if (byte !== 0x20 && byte !== 0x09) visible = to;
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
    const escaped = byte === EQUALS ? digit(bytes[from + 1]) * 16 + digit(bytes[from + 2]) : -1;
    bytes[to++] = escaped < 0 ? byte : escaped;
    if (escaped >= 0) from += 2;
  }
  return bytes.subarray(0, to);
}

// Far below zero for what is no hexadecimal digit, so that no sum with it is a byte.
function digit(byte = 0): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1_000;
}

const CR = 0x0d;
const LF = 0x0a;
const EQUALS = 0x3d;
const SHORTEST_LINE = 40;
const LONGEST_LINE = 998;
const NONE = { digits: 0, end: 0 };

/** 1 for the bytes that stand for six bits (RFC 4648 section 4). */
const DIGITS = new Uint8Array(256);
for (const digit of Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'))
  DIGITS[digit] = 1;

/**
 * Bytes that a base64 body decodes to, without decoding it. Lines of one length, which is how everybody writes it, are
 * counted by their ends; the rest digit by digit, several padded runs one after the other.
 */
export function base64Size(encoded: Buffer): number {
  const regular = regularLines(encoded);
  let size = 0;
  let { digits } = regular;
  for (let at = regular.end; at < encoded.length; at += 1) {
    const byte = encoded[at] ?? 0;
    digits += DIGITS[byte] ?? 0;
    if (byte === EQUALS) {
      size += bytesOf(digits);
      digits = 0;
    }
  }
  return size + bytesOf(digits);
}

function bytesOf(digits: number): number {
  return Math.floor((digits * 3) / 4);
}

function regularLines(encoded: Buffer): { digits: number; end: number } {
  const length = encoded.indexOf(CR);
  const worthIt = length >= SHORTEST_LINE && length <= LONGEST_LINE;
  if (!worthIt || !encoded.subarray(0, length).every(isDigit)) return NONE;
  let end = 0;
  // A shorter line and an empty one behind it are as long together: they end in no digit.
  while (
    encoded[end + length] === CR &&
    encoded[end + length + 1] === LF &&
    isDigit(encoded[end + length - 1])
  ) {
    end += length + 2;
  }
  const padded = encoded.subarray(0, end).includes(EQUALS);
  return padded ? NONE : { digits: (end / (length + 2)) * length, end };
}

function isDigit(byte = 0): boolean {
  return DIGITS[byte] === 1;
}

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** A line says how long it is, and may have lost the spaces that it says: what a few bytes are taken for has an end. */
const LARGEST = 67_108_864;

/**
 * The bytes of uuencoded lines (POSIX uuencode), from the line that says `begin` to the one that says `end`; what is in no
 * such lines is dropped. White space that transports took off the ends of lines is put back. What is more than 64 MiB, and
 * more than what it is made of, is cut off.
 */
export function decodeUuencode(encoded: Buffer): Buffer {
  let room = 0;
  for (const line of encodedLines(encoded)) room += bytesOf(line[0] ?? SPACE);
  const bytes = Buffer.allocUnsafe(Math.min(room, Math.max(encoded.length, LARGEST)));
  let size = 0;
  for (const line of encodedLines(encoded)) size = decodeLine(line, bytes, size);
  return bytes.subarray(0, size);
}

function* encodedLines(encoded: Buffer): Generator<Buffer> {
  for (let at = 0; at < encoded.length;) {
    const feed = encoded.indexOf(LF, at);
    const next = feed < 0 ? encoded.length : feed + 1;
    const line = encoded.subarray(at, encoded[feed - 1] === CR ? feed - 1 : feed < 0 ? next : feed);
    if (isUuencodedLine(line)) yield line;
    at = next;
  }
}

/** Does a line have no more behind its count than the count says, and nothing that is no digit? A check sum may follow. */
export function isUuencodedLine(line: Buffer): boolean {
  const [count = 0] = line;
  if (count <= SPACE || count > 0x60) return false;
  const digits = Math.ceil(bytesOf(count) / 3) * 4;
  // Spaces are digits too, and get lost at the ends of lines.
  return line.length <= digits + 2 && line.every((byte) => byte >= SPACE && byte <= 0x60);
}

function bytesOf(count: number): number {
  return (count - SPACE) & 63;
}

function decodeLine(line: Buffer, bytes: Buffer, from: number): number {
  const digit = (at: number): number => ((line[at] ?? SPACE) - SPACE) & 63;
  const end = from + bytesOf(line[0] ?? SPACE);
  let to = from;
  for (let at = 1; to < end; at += 4) {
    const word = (digit(at) << 18) | (digit(at + 1) << 12) | (digit(at + 2) << 6) | digit(at + 3);
    for (const shift of [16, 8, 0]) if (to < end) bytes[to++] = (word >> shift) & 0xff;
  }
  return end;
}

/** Transfer encodings (RFC 2045 section 6) that are read, with the names that uuencode went by. */
export const ENCODINGS: ReadonlySet<string> = new Set([
  '7bit',
  '8bit',
  'binary',
  'base64',
  'quoted-printable',
  'x-uuencode',
  'x-uue',
  'uuencode',
  'uue',
]);

/** Has it both halves that a content type must have (RFC 2045 section 5.1)? */
export function isContentType(type: string): boolean {
  return /^[^\s/;,"()<>=]+\/[^\s/;,"()<>=]+$/.test(type);
}

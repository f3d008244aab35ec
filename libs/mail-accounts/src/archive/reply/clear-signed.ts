const BEGINS = '-----BEGIN PGP SIGNED MESSAGE-----';
const SIGNATURE = '-----BEGIN PGP SIGNATURE-----';
const ENDS = '-----END PGP SIGNATURE-----';

/**
 * Lines that were signed by PGP inside the text (RFC 9580 section 7), without what the program put around and between
 * them. Nobody looks at the signature. Lines without one, or with half of one, as they are.
 */
export function withoutArmour(lines: readonly string[]): readonly string[] {
  const begin = lines.indexOf(BEGINS);
  const words = begin < 0 ? -1 : lines.indexOf('', begin);
  const signature = words < 0 ? -1 : lines.indexOf(SIGNATURE, words);
  const end = signature < 0 ? -1 : lines.indexOf(ENDS, signature);
  if (end < 0) return lines;
  const signed = lines.slice(words + 1, signature).map((line) => line.replace(/^- ?(?=-|From )/, ''));
  return [...lines.slice(0, begin), ...signed, ...lines.slice(end + 1)];
}

const DECLARED_WITHIN = 1_048_576;
const MOST = 200;

interface Cut {
  readonly from: number;
  readonly to: number;
}

/**
 * The mail without the white space that may stand behind its boundaries (RFC 2046 section 5.1.1) and that mailparser
 * would not find them for. As it is, without a copy, where there is none.
 */
export function withTrimmedBoundaries(raw: Buffer): Buffer {
  const cuts = boundaries(raw)
    .flatMap((boundary) => paddings(raw, Buffer.from(`--${boundary}`, 'latin1')))
    .toSorted((one, other) => one.from - other.from);
  if (cuts.length === 0) return raw;
  const kept = [{ from: 0, to: 0 }, ...cuts].map(({ to }, index) =>
    raw.subarray(to, cuts[index]?.from ?? raw.length),
  );
  return Buffer.concat(kept);
}

function boundaries(raw: Buffer): string[] {
  const declared = raw
    .toString('latin1', 0, DECLARED_WITHIN)
    .matchAll(/\bboundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s";]{1,200}))/gi);
  const names = new Set<string>();
  for (const [, quoted, plain = ''] of declared)
    if (names.size < MOST) names.add((quoted ?? plain).trimEnd());
  names.delete('');
  return [...names];
}

function paddings(raw: Buffer, dashed: Buffer): Cut[] {
  const cuts: Cut[] = [];
  for (let at = raw.indexOf(dashed); at >= 0; at = raw.indexOf(dashed, at + dashed.length)) {
    if (at > 0 && raw[at - 1] !== 0x0a) continue;
    const end = at + dashed.length;
    const [, closing = '', padding = '', line] =
      /^(--)?([ \t]{1,100})(\r?\n)?/.exec(raw.toString('latin1', end, end + 110)) ?? [];
    const from = end + closing.length;
    if (padding !== '' && (line !== undefined || from + padding.length === raw.length))
      cuts.push({ from, to: from + padding.length });
  }
  return cuts;
}

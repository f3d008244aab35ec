const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
const LONGEST_LINE = 210;
const LONGEST_HEAD = 262_144;
const DASHED_LINE = Buffer.from('\n--');

/** The header of a part. */
export interface PartBegin {
  readonly from: number;
  /** Behind its last field. */
  readonly end: number;
  /** Where its body begins. */
  readonly body: number;
  /** Is there an empty line between the two? Some forget it above the first delimiter. */
  readonly blank: boolean;
}

/** A delimiter line. */
export interface PartEnd {
  readonly from: number;
  readonly next: number;
  /** Whose it is, of the multiparts that are open. */
  readonly index: number;
  readonly closes: boolean;
}

/** The header that begins at `from`; null where there is none that ends. */
export function partBegin(raw: Buffer, from: number, open: readonly string[]): PartBegin | null {
  for (let at = from; at - from <= LONGEST_HEAD;) {
    const line = raw.indexOf(LF, at);
    if (line < 0) return null;
    if (line === at || (line === at + 1 && raw[at] === CR))
      return { from, end: at, body: line + 1, blank: true };
    if (raw[at] === DASH && raw[at + 1] === DASH) {
      const delimiter = delimiterAt(raw, at, [...open, declaredIn(raw.toString('latin1', from, at))]);
      if (delimiter) return { from, end: at, body: at, blank: delimiter.index < open.length };
    }
    at = line + 1;
  }
  return null;
}

/** The next delimiter line, at or behind `from`, of any that is open; null when there is none. */
export function partEnd(raw: Buffer, from: number, open: readonly string[]): PartEnd | null {
  if (open.length === 0) return null;
  const here = raw[from] === DASH ? delimiterAt(raw, from, open) : null;
  if (here) return here;
  for (let at = raw.indexOf(DASHED_LINE, from); at >= 0; at = raw.indexOf(DASHED_LINE, at + 1)) {
    const found = delimiterAt(raw, at + 1, open);
    if (found) return found;
  }
  return null;
}

function delimiterAt(raw: Buffer, from: number, open: readonly string[]): PartEnd | null {
  const feed = raw.indexOf(LF, from);
  const next = feed < 0 ? raw.length : feed + 1;
  if (next - from > LONGEST_LINE) return null;
  const line = raw.toString('latin1', from + 2, next).trimEnd();
  if (line === '') return null;
  const index = open.lastIndexOf(line);
  if (index >= 0) return { from, next, index, closes: false };
  const closed = line.endsWith('--') ? open.lastIndexOf(line.slice(0, -2)) : -1;
  return closed < 0 ? null : { from, next, index: closed, closes: true };
}

function declaredIn(head: string): string {
  const [, quoted, bare] = /\bboundary\s*=\s*(?:"([^"]+)"|([^\s;"]+))/i.exec(head) ?? [];
  return quoted ?? bare ?? '';
}

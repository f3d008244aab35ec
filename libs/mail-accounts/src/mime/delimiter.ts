const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
const SPACE = 0x20;
const TAB = 0x09;

/** A delimiter line between parts (RFC 2046 section 5.1.1). */
export interface Delimiter {
  /** Where the part before it ends: the line end in front of the delimiter belongs to the delimiter. */
  readonly at: number;
  /** Where what follows it begins. */
  readonly next: number;
  /** No more parts follow. */
  readonly closes: boolean;
}

/**
 * The next line at or behind `from`, itself the begin of a line, that is `dashed` (two dashes and the boundary), alone
 * or with two more dashes. `odd` for a line that readers take differently, null when there is none.
 */
export function nextDelimiter(raw: Buffer, from: number, dashed: Buffer): Delimiter | 'odd' | null {
  for (let at = raw.indexOf(dashed, from); at >= 0;) {
    if (raw[at - 1] === CR) return 'odd';
    const found = raw[at - 1] === LF ? delimiterAt(raw, at, at + dashed.length) : null;
    if (found) return found === 'odd' ? found : { ...found, at: Math.max(from, found.at) };
    const line = raw.indexOf(LF, at);
    at = line < 0 ? -1 : raw.indexOf(dashed, line);
  }
  return null;
}

function delimiterAt(raw: Buffer, start: number, end: number): Delimiter | 'odd' | null {
  const closes = raw[end] === DASH && raw[end + 1] === DASH;
  const rest = closes ? end + 2 : end;
  const next = lineEnd(raw, rest, closes);
  if (typeof next !== 'number') return next;
  return { at: raw[start - 2] === CR ? start - 2 : start - 1, next, closes };
}

// White space behind a boundary is allowed and rare, and nobody agrees on a CR that stands alone.
function lineEnd(raw: Buffer, at: number, last: boolean): number | 'odd' | null {
  if (at >= raw.length) return last ? at : null;
  if (raw[at] === LF) return at + 1;
  if (raw[at] === SPACE || raw[at] === TAB) return 'odd';
  if (raw[at] !== CR) return null;
  return raw[at + 1] === LF ? at + 2 : 'odd';
}

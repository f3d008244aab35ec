import type { HeaderLine } from '../parsing/header-record.js';

const LONGEST = 262_144;
const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;

/** The header of a mail or of one of its parts. */
export interface PartHead {
  readonly lines: readonly HeaderLine[];
  /** Where its body begins. */
  readonly end: number;
}

/**
 * Reads the header that begins at `from`. Null where readers disagree what belongs to it: no empty line behind it, a
 * boundary in it, an mbox line above it, a line that is no field, a CR that ends no line, more than 256 KiB.
 */
export function partHead(raw: Buffer, from: number): PartHead | null {
  const blank = blankLine(raw, from);
  if (blank === null) return null;
  const text = raw.toString('latin1', from, blank);
  if (/\r(?!\n)/.test(text) || /^(from|post) /i.test(text)) return null;
  const lines = headerLines(text.replace(/\r?\n$/, ''));
  if (lines.some(({ key, line }) => key === '' && line !== '')) return null;
  return { lines, end: raw.indexOf(LF, blank) + 1 };
}

function blankLine(raw: Buffer, from: number): number | null {
  for (let at = from; at - from <= LONGEST;) {
    const line = raw.indexOf(LF, at);
    if (line < 0 || (raw[at] === DASH && raw[at + 1] === DASH)) return null;
    if (line === at || (line === at + 1 && raw[at] === CR)) return at;
    at = line + 1;
  }
  return null;
}

/** Folded lines stay together, as they are. */
function headerLines(text: string): HeaderLine[] {
  const lines: string[] = [];
  const folds: string[][] = [];
  for (const line of text.split(/\r?\n/)) {
    const last = folds.at(-1);
    if (last && (line.startsWith(' ') || line.startsWith('\t'))) last.push(line);
    else folds.push([line]);
  }
  for (const fold of folds) lines.push(fold.join('\r\n'));
  return lines.map((line) => ({ key: keyOf(line), line }));
}

function keyOf(line: string): string {
  return line
    .slice(0, Math.max(0, line.indexOf(':')))
    .toLowerCase()
    .trim();
}

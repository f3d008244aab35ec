import type { HeaderLine } from '../parsing/header-record.js';

const LONGEST = 262_144;
const USUAL = 4_096;
const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
const SPACE = 0x20;
const TAB = 0x09;

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
  const text = headText(raw, from);
  if (text === null || /\r(?!\n)/.test(text) || /^(from|post) /i.test(text)) return null;
  const lines = headerLines(text);
  return lines && { lines, end: raw.indexOf(LF, from + text.length) + 1 };
}

function headText(raw: Buffer, from: number): string | null {
  const near = raw.toString('latin1', from, from + USUAL);
  const found = LAST_LINE.exec(near);
  if (found) return found[1] === '--' ? null : near.slice(0, found.index && found.index + 1);
  const blank = blankLine(raw, from);
  return blank === null ? null : raw.toString('latin1', from, blank);
}

/** Where header lines end soon, as nearly all do, one look finds it; from line to line it takes three times as long. */
const LAST_LINE = /(?:^|\n)(--|\r?\n)/;

function blankLine(raw: Buffer, from: number): number | null {
  for (let at = from; at - from <= LONGEST;) {
    const line = raw.indexOf(LF, at);
    if (line < 0 || (raw[at] === DASH && raw[at + 1] === DASH)) return null;
    if (line === at || (line === at + 1 && raw[at] === CR)) return at;
    at = line + 1;
  }
  return null;
}

/** Folded lines stay together, their ends as CRLF; null where a line has no name. */
function headerLines(text: string): HeaderLine[] | null {
  // mailparser has it so.
  if (text === '') return [{ key: '', line: '' }];
  const lines: HeaderLine[] = [];
  const bare = /(?<!\r)\n/.test(text);
  for (let from = 0; from < text.length;) {
    const feed = fieldEnd(text, from);
    const field = text.slice(from, text.charCodeAt(feed - 1) === CR ? feed - 1 : feed);
    const key = keyOf(field);
    if (key === '') return null;
    lines.push({ key, line: bare ? field.replaceAll(/\r?\n/g, '\r\n') : field });
    from = feed + 1;
  }
  return lines;
}

/** The line feed that no white space follows. */
function fieldEnd(text: string, from: number): number {
  let feed = text.indexOf('\n', from);
  while (isSpace(text.charCodeAt(feed + 1))) feed = text.indexOf('\n', feed + 1);
  return feed;
}

function isSpace(code: number): boolean {
  return code === SPACE || code === TAB;
}

function keyOf(line: string): string {
  return line
    .slice(0, Math.max(0, line.indexOf(':')))
    .toLowerCase()
    .trim();
}

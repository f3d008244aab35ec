import { ABOVE, FIELDS, FROM, ORIGINAL, WROTE } from './quote-words.js';

const LONGEST_ATTRIBUTION = 4;
const LONGEST_LINE = 1_000;
/** Programs break a line no sooner than this. */
const SHORTEST_BROKEN = 50;

const above = new RegExp(ABOVE, 'iu');
const original = new RegExp(`^[\\s>*]*(-{2,}|_{2,}|={2,})\\s*(${ORIGINAL}).{0,40}$`, 'iu');
const begun = new RegExp(`^[\\s>]*(${ORIGINAL})\\s*:\\s*$`, 'iu');
const wrote = new RegExp(`(^|[\\s,>\\)\\]])(${WROTE})([^\\p{L}].{0,120})?[:：]?\\s*[-*]*$`, 'iu');
const wroteInside = new RegExp(`(^|[\\s,>\\)])(${WROTE})\\s`, 'iu');
const from = new RegExp(`^[\\s>*|]*(${FROM})\\s?[*]*\\s?[:：]`, 'iu');
const field = new RegExp(`^[\\s>*|]*(${FIELDS})\\s?[*]*\\s?[:：]`, 'iu');

/** Where something begins that is not part of the answer. */
export interface History {
  /** Its first line. */
  readonly from: number;
  /** The first line of the quoted mail itself. */
  readonly to: number;
  /** All that follows is history, whatever it looks like; else only what is marked with `>` is. */
  readonly rest: boolean;
}

/**
 * Where the quoted history begins: at "reply above this line", at the line of a program that says who wrote what it
 * quotes (known by its shape – an address, a date, a colon at the end – in any language, or by its words), at a header
 * block as Outlook puts it, at "Original message" between dashes. Null when the text quotes nothing.
 */
export function historyIn(lines: readonly string[]): History | null {
  for (const [index, long] of lines.entries()) {
    const line = long.slice(0, LONGEST_LINE);
    if (above.test(line) && index > 0) return { from: index, to: index + 1, rest: true };
    if (original.test(line) || begun.test(line) || isHeaderBlock(lines, index)) {
      return { from: withRule(lines, index), to: index + 1, rest: true };
    }
    const length = attribution(lines, index);
    if (length > 0) return { from: index, to: index + length, rest: !isQuotedBelow(lines, index + length) };
  }
  return null;
}

// Outlook draws a line of underscores above its header block.
function withRule(lines: readonly string[], index: number): number {
  const above = lines.slice(0, index).findLastIndex((line) => line.trim() !== '');
  return above >= 0 && /^\s*[_=-]{5,}\s*$/.test(lines[above] ?? '') ? above : index;
}

function isHeaderBlock(lines: readonly string[], index: number): boolean {
  const first = lines[index]?.slice(0, LONGEST_LINE) ?? '';
  // Web mail of 1&1 says when before it says who.
  const leads =
    from.test(first) || (field.test(first) && from.test(lines[index + 1]?.slice(0, LONGEST_LINE) ?? ''));
  if (!leads) return false;
  const below = lines.slice(index + 1, index + 9).filter((line) => line.trim() !== '');
  const fields = below.slice(0, 5).filter((line) => field.test(line.slice(0, LONGEST_LINE)));
  // "From: London, to: Paris, date: May" is somebody's order: a header names addresses, or has all its fields.
  return fields.length >= 3 || (fields.length >= 1 && [first, ...fields].some((line) => /\S@\S/.test(line)));
}

/** How many lines the attribution that begins here has; 0 when none does. */
function attribution(lines: readonly string[], index: number): number {
  if (/^\s*(>|$)/.test(lines[index] ?? '')) return 0;
  const before = lines[index - 1]?.trim() ?? '';
  for (let length = 1; length <= LONGEST_ATTRIBUTION; length += 1) {
    const last = lines[index + length - 1]?.trim() ?? '';
    if (last === '' || last.startsWith('>')) return 0;
    const text = lines
      .slice(index, index + length)
      .join(' ')
      .slice(0, LONGEST_LINE)
      .trim();
    const apart = before === '' || length === 1;
    const quoted = isQuotedBelow(lines, index + length);
    if (apart && isAttribution(text, quoted))
      return isAnswerAbove(lines.slice(index, index + length), quoted) ? 0 : length;
  }
  return 0;
}

// "Thanks!" right above a line that says everything is the answer, not the beginning of that line.
function isAnswerAbove([first = '', ...below]: readonly string[], quoted: boolean): boolean {
  const rest = below.join(' ').trim();
  return first.length < SHORTEST_BROKEN && isDated(rest) && isAddressed(rest) && isAttribution(rest, quoted);
}

function isDated(text: string): boolean {
  return /\b\d{1,2}[:.h]\d{2}\b|\b(19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}\s?[年.]/u.test(text);
}

function isAddressed(text: string): boolean {
  return /\S@[^\s@.]+\.\S/.test(text);
}

function isAttribution(text: string, quoted: boolean): boolean {
  const [dated, addressed] = [isDated(text), isAddressed(text)];
  const ends = /[:：]\s*[-*]*[\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u.test(text);
  const says = wrote.test(text) || (ends && wroteInside.test(text));
  if (says && (dated || addressed)) return ends || quoted;
  return ends && ((dated && addressed) || (quoted && (dated || addressed)));
}

function isQuotedBelow(lines: readonly string[], index: number): boolean {
  const next = lines.slice(index, index + 3).find((line) => line.trim() !== '');
  return next?.startsWith('>') ?? false;
}

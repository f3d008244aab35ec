import { attribution, isDated, isQuotedBelow, LONGEST_LINE } from './attribution.js';
import { isField, isHeaderBlock } from './header-block.js';
import { ABOVE, FORWARDED, ORIGINAL } from './quote-words.js';

const above = new RegExp(ABOVE, 'iu');
const original = titled(ORIGINAL);
const forwarded = titled(FORWARDED);
/** What GroupWise puts above what it quotes without marks. */
const betweenMarks = /^\s*>{2,}\s[^@]{0,200}[^\s@]@[^@]{1,200}\s>{2,}\s*$/;
/** A rule, with or without words between its dashes. */
const rule = /^\s*[-_=*\u2010-\u2015]{5,120}(.{1,60}[-_=*\u2010-\u2015]{3,60})?\s*$/u;

/** Where something begins that is not part of the answer. */
export interface History {
  /** Its first line. */
  readonly from: number;
  /** The first line of the quoted mail itself. */
  readonly to: number;
  /** All that follows is history, whatever it looks like; else only what is marked with `>` is. */
  readonly rest: boolean;
  /** It is sent on for being read. */
  readonly forwarded?: true;
}

/**
 * Where the quoted history begins: at "reply above this line", at the line of a program that says who wrote what it
 * quotes (known by its shape – an address, a date, a colon at the end – in any language, or by its words), at a header
 * block as Outlook puts it, at "Original message" between dashes. Lines before `start` are not looked at. Null when the
 * text quotes nothing.
 */
export function historyIn(lines: readonly string[], start = 0): History | null {
  for (let index = start; index < lines.length; index += 1) {
    const line = (lines[index] ?? '').slice(0, LONGEST_LINE);
    if (above.test(line) && index > 0) return { from: index, to: index + 1, rest: true };
    if (forwarded(line)) return { from: index, to: index + 1, rest: true, forwarded: true };
    if (isHistoryLine(line) || isHeaderBlock(lines, index)) {
      return { from: withRule(lines, index, start), to: index + 1, rest: true };
    }
    const length = attribution(lines, index, start);
    if (length > 0)
      return {
        from: withFields(lines, index, start),
        to: index + length,
        rest: !isQuotedBelow(lines, index + length),
      };
  }
  return null;
}

function isHistoryLine(line: string): boolean {
  return original(line) || (betweenMarks.test(line) && isDated(line));
}

/** Tells a line that has one of the words behind dashes, or alone with a colon. */
function titled(names: string): (line: string) => boolean {
  const dashed = new RegExp(`^[\\s>*]*[-_=\u2010-\u2015]{2,60}(\\s|&nbsp;)*(${names}).{0,40}$`, 'iu');
  const alone = new RegExp(`^[\\s>]*(${names})\\s*[:：]\\s*$`, 'iu');
  return (line) => dashed.test(line) || alone.test(line);
}

// Outlook draws a line of underscores above its header block, others write "Original message" in any language into it.
function withRule(lines: readonly string[], index: number, start: number): number {
  const above = lastWritten(lines, index, start);
  return above >= start && rule.test(lines[above] ?? '') ? above : index;
}

// Yandex says to whom and about what between the rule and the line that says who wrote.
function withFields(lines: readonly string[], index: number, start: number): number {
  let top = index;
  while (top > start && index - top < 3 && isField(lines[top - 1] ?? '')) top -= 1;
  const ruled = withRule(lines, top, start);
  return ruled < top ? ruled : withRule(lines, index, start);
}

function lastWritten(lines: readonly string[], below: number, start: number): number {
  let at = below - 1;
  while (at >= start && lines[at]?.trim() === '') at -= 1;
  return at;
}

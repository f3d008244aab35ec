import { isAddressed, isDated, isTimed, LONGEST_LINE } from './attribution.js';
import { FIELDS, FROM } from './quote-words.js';

const from = new RegExp(`^[\\s>*|]*(${FROM})\\s?[*]*\\s?[:：|]`, 'iu');
const field = new RegExp(`^[\\s>*|]*(${FIELDS})\\s?[*]*\\s?[:：|]`, 'iu');
/** A field in whatever language. */
const labelled = /^[\s>*|]*\p{L}[\p{L}\p{M}\s]{0,30}[*]*\s?[:：]\s?\S/u;

/** Is this one of the lines of a mail's header, as Outlook writes them above what it quotes? */
export function isField(line: string): boolean {
  return field.test(line.slice(0, LONGEST_LINE));
}

/** Does the header of a quoted mail begin here? */
export function isHeaderBlock(lines: readonly string[], index: number): boolean {
  const first = lines[index]?.slice(0, LONGEST_LINE) ?? '';
  if (hasShape(first, lines, index)) return true;
  // Web mail of 1&1 says when before it says who.
  const leads =
    from.test(first) || (isField(first) && from.test(lines[index + 1]?.slice(0, LONGEST_LINE) ?? ''));
  if (!leads) return false;
  const below = lines.slice(index + 1, index + 9).filter((line) => line.trim() !== '');
  const fields = below
    .slice(0, 5)
    .map((line) => line.slice(0, LONGEST_LINE))
    .filter(isField);
  if (fields.length >= 3) return true;
  // "From: London, to: Paris, date: May" is somebody's order: a header names addresses, and when or about what.
  const all = [first, ...fields];
  return fields.length >= 1 && all.some(isAddressed) && (fields.length >= 2 || all.some(isDated));
}

// In languages nobody thought of: somebody's name and address, the day and hour, and to whom, below each other.
function hasShape(first: string, lines: readonly string[], index: number): boolean {
  if (!labelled.test(first) || !/\S\s?<[^<>\s]{1,200}@[^<>\s]{1,200}>/.test(first)) return false;
  const [sent = '', to = ''] = lines.slice(index + 1, index + 3).map((line) => line.slice(0, LONGEST_LINE));
  return labelled.test(sent) && isDated(sent) && isTimed(sent) && labelled.test(to) && isAddressed(to);
}

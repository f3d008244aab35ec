import EmailReplyParser from 'email-reply-parser';
import { attributionWithin, isQuotedBelow } from './attribution.js';
import { withoutArmour } from './clear-signed.js';
import { historyIn, type History } from './history.js';
import { withoutSignature } from './signature.js';

const LONGEST = 200_000;
const MOST_LINES = 4_000;
/** Beyond these email-reply-parser takes its time over mail that was made to slow it down. */
const LONGEST_PARSED = 8_192;
const LONGEST_PARSED_LINE = 400;

const parser = new EmailReplyParser();

/**
 * What somebody wrote themselves in a mail's text: without the quoted history, the header block or line above it, and
 * the signature, that of PGP as well. Text between and below quotes stays. A mail that is nothing but quotes, or is sent on by a program that
 * says so, is answered as it is. Reads the first 200,000 characters and 4,000 lines.
 */
export function replyText(text: string): string {
  const written = text
    .slice(0, LONGEST)
    .replaceAll(/\r\n?/g, '\n')
    .split('\n', MOST_LINES)
    .map((line) => (line.trim() === '&nbsp;' ? '' : line.trimEnd()));
  const lines = withoutArmour(written).flatMap((line, index, all) =>
    isQuotedBelow(all, index + 1) ? withoutTail(line) : line,
  );
  const history = historyIn(lines);
  if (history?.forwarded) return lines.join('\n').trim();
  const own = withoutSignature(withoutHistory(lines, history)).join('\n').trim();
  return withoutFarewell(own) || own || lines.join('\n').trim();
}

/** The line as two where it goes over from the answer into who wrote what is quoted below. */
function withoutTail(line: string): string[] {
  const at = attributionWithin(line);
  return at === null ? [line] : [line.slice(0, at), line.slice(at).replace(/^[\s-]+/, '')];
}

function withoutHistory(lines: readonly string[], first: History | null): string[] {
  const kept: string[] = [];
  let [history, start] = [first, 0];
  while (history) {
    kept.push(...withoutQuotes(lines.slice(start, history.from)));
    if (history.rest) return kept;
    start = history.to;
    history = historyIn(lines, start);
  }
  return [...kept, ...withoutQuotes(lines.slice(start))];
}

/** Drops marked lines, and the end of a quoted line that was broken and lost its mark. */
function withoutQuotes(lines: readonly string[]): string[] {
  return lines.filter((line, index) => !isQuote(line) && !isBrokenOff(lines, index));
}

function isQuote(line: string | undefined): boolean {
  // ">>> Sale <<<" is an ornament.
  return /^\s{0,3}>/.test(line ?? '') && !/^\s*>{2}.*<{2}\s*$/.test(line ?? '');
}

function isBrokenOff(lines: readonly string[], index: number): boolean {
  const [before = '', line = '', after] = lines.slice(Math.max(index - 1, 0), index + 2);
  return (
    index > 0 &&
    isQuote(before) &&
    before.length >= 60 &&
    isQuote(after) &&
    line.length > 0 &&
    line.length < 40
  );
}

/**
 * Without "Kind regards" and what is below it. What email-reply-parser takes for the head of a quote stays: it needs no
 * more for that than a line which says "From: … <…>".
 */
function withoutFarewell(text: string): string {
  const blank = text.replaceAll(/\n{4,}/g, '\n\n\n');
  if (blank.length > LONGEST_PARSED || blank.split('\n').some((line) => line.length > LONGEST_PARSED_LINE))
    return '';
  const kept = parser.parseReply(blank).trim();
  const [first = ''] = blank.slice(kept.length).trim().split('\n', 1);
  return blank.startsWith(kept) && !/[:：]/.test(first) ? kept : '';
}

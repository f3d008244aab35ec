import EmailReplyParser from 'email-reply-parser';
import { historyIn } from './history.js';
import { withoutSignature } from './signature.js';

const LONGEST = 200_000;
const MOST_LINES = 4_000;
/** Beyond these email-reply-parser takes its time over mail that was made to slow it down. */
const LONGEST_PARSED = 8_192;
const LONGEST_PARSED_LINE = 400;

const parser = new EmailReplyParser();

/**
 * What somebody wrote themselves in a mail's text: without the quoted history, the header block or line above it, and
 * the signature. Text between and below quotes stays. A mail that is nothing but quotes, or sent on without a word, is
 * answered as it is. Reads the first 200,000 characters and 4,000 lines.
 */
export function replyText(text: string): string {
  const lines = text
    .slice(0, LONGEST)
    .replaceAll(/\r\n?/g, '\n')
    .split('\n', MOST_LINES)
    .map((line) => line.trimEnd());
  const own = withoutSignature(withoutHistory(lines)).join('\n').trim();
  return parsed(own) || own || lines.join('\n').trim();
}

function withoutHistory(lines: readonly string[]): string[] {
  const history = historyIn(lines);
  if (!history) return withoutQuotes(lines);
  const before = withoutQuotes(lines.slice(0, history.from));
  return history.rest ? before : [...before, ...withoutHistory(lines.slice(history.to))];
}

/** Drops marked lines, and the end of a quoted line that was broken and lost its mark. */
function withoutQuotes(lines: readonly string[]): string[] {
  return lines.filter((line, index) => !isQuote(line) && !isBrokenOff(lines, index));
}

function isQuote(line: string | undefined): boolean {
  return /^\s{0,3}>/.test(line ?? '');
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

function parsed(text: string): string {
  const blank = text.replaceAll(/\n{4,}/g, '\n\n\n');
  if (blank.length > LONGEST_PARSED || blank.split('\n').some((line) => line.length > LONGEST_PARSED_LINE))
    return '';
  return parser.parseReply(blank).trim();
}

import type { ReportSource } from './report-source.js';

const LONGEST = 65_536;
const MOST_LINES = 2_000;
const COPY_BEGINS = [
  // "--- Below this line is a copy of the message.", "|--- Message text follows: ---|", "Original message headers:"
  /^[\s|>*=_-]*(this is |below (this line )?is |here is |the following is )?(a |the )?(copy of|original|returned|unsent|undelivered|rejected|bounced)[\w\s']{0,40}(message|mail|headers?|body)[\w\s,'()]{0,60}[:.]?[\s|*=_-]*$/i,
  /^[\s|>*=_-]*(message|mail|body|header)s?( (text|body|header|headers|contents?))? (follows?|is (attached|below)|of (the )?message)[\w\s]{0,30}[:.]?[\s|*=_-]*$/i,
  /^[\s>]*(received|return-path):\s/i,
  /^[\s|>*=_-]{3,}.{0,30}(オリジナル|元の|原文|原始|исходн|ursprüngliche|d'origine|original)/iu,
];

/** Sendmail begins with when the original message was received, and goes on with what became of it. */
const RECEIVED = /\b(message|mail) was received\b/i;

/** The lines of a report that are the mail system's own words: what stands above the copy of the returned mail. */
export function ownWords({ text }: Pick<ReportSource, 'text'>): string[] {
  const lines = text().slice(0, LONGEST).replaceAll('\r', '').split('\n', MOST_LINES);
  const copy = lines.findIndex(
    (line) => !RECEIVED.test(line) && COPY_BEGINS.some((begin) => begin.test(line.slice(0, 200))),
  );
  return copy > 0 ? lines.slice(0, copy) : lines;
}

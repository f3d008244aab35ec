import { type ProblemParams } from '../api/problem.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const HOLE = /\{(\w+)(?:([|?])([^}]*))?\}/g;

/**
 * Fills `{name}` and `{name|what to say without it}` of a sentence, and says `{name?words for one|words for more}` by the
 * number, which may be a text of digits; instants become dates people read, written as `locale` writes them.
 */
export function fillIn(locale: string, sentence: string, params: ProblemParams = {}): string {
  return sentence.replace(HOLE, (_, name: string, sign?: string, said = '…') =>
    sign === '?' ? said.split('|')[Number(params[name]) === 1 ? 0 : 1] : spoken(locale, params[name]) || said,
  );
}

function spoken(locale: string, value: unknown): string {
  if (typeof value === 'number') return value.toLocaleString(locale);
  if (typeof value !== 'string') return '';
  return INSTANT.test(value)
    ? new Date(value).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
    : value;
}

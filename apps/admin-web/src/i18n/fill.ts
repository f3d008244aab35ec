import { type ProblemParams } from '../api/problem.js';
import { fillIn } from './fill-in.js';
import { locale } from './language.js';
import { codeWords } from './words.js';

const CODED = /\{(\w+):(\w+)(\|[^}]*)?\}/g;

/** Fills a sentence in the language of the reader, see `fillIn`; `{name:table}` says a code in words, see `codeWords`. */
export function fill(sentence: string, params: ProblemParams = {}): string {
  const inWords = sentence.replace(
    CODED,
    (_, name: string, table: string, without = '') =>
      wordsOf(table, params[name]) ?? `{${name}${without as string}}`,
  );
  return fillIn(locale, inWords, params);
}

function wordsOf(table: string, code: unknown): string | undefined {
  const said = codeWords[table];
  return typeof code === 'string' && said && Object.hasOwn(said, code) ? said[code] : undefined;
}

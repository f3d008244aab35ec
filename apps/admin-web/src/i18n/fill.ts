import { type ProblemParams } from '../api/problem.js';
import { fillIn } from './fill-in.js';
import { locale } from './language.js';

/** Fills a sentence in the language of the reader, see `fillIn`. */
export function fill(sentence: string, params?: ProblemParams): string {
  return fillIn(locale, sentence, params);
}

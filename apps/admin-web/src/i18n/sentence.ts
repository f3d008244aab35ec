import { type ProblemAnswer, type ProblemParams } from '../api/problem.js';
import { dispositionCures, ownProblemSentences, problemSentences, type Sentence } from './en.js';
import { moment } from './moment.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const HOLE = /\{(\w+)(?:\|([^}]*))?\}/g;

/** Fills `{name}` and `{name|what to say without it}` of a sentence; instants become dates people read. */
export function fill(sentence: string, params: ProblemParams = {}): string {
  return sentence.replace(HOLE, (_, name: string, otherwise = '…') => spoken(params[name]) || otherwise);
}

function spoken(value: unknown): string {
  if (typeof value === 'number') return value.toLocaleString('en');
  if (typeof value !== 'string') return '';
  return INSTANT.test(value) ? moment(new Date(value)) : value;
}

/** What happened and what helps. */
export interface Told {
  readonly says: string;
  readonly cure: string | undefined;
}

/** A problem in words. A code without a sentence still says what helps against its class. */
export function tell(problem: ProblemAnswer): Told {
  const { says, cure }: Sentence = lookUp(problemSentences, problem.code) ??
    lookUp(ownProblemSentences, problem.code) ?? { says: unnamed(problem.code) };
  const generic = problem.disposition && dispositionCures[problem.disposition];
  const helps = cure ?? generic;
  return { says: fill(says, problem.params), cure: helps ? fill(helps, problem.params) : undefined };
}

function unnamed(code: string): string {
  return `Something went wrong that these pages have no sentence for (${code}).`;
}

function lookUp(table: Readonly<Record<string, Sentence>>, code: string): Sentence | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}

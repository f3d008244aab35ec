import { type ProblemAnswer, type ProblemParams } from '../api/problem.js';
import { dispositionCures, ownProblemSentences, problemSentences, type Sentence } from './en.js';
import { moment } from './moment.js';
import { providerFailures } from './provider-failures.js';

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

/**
 * A problem in words. One that stands for another (`params.code`: the step of a test that failed, the provider's word)
 * says that one too. A code without a sentence still says what helps against its class.
 */
export function tell(problem: ProblemAnswer): Told {
  const { says, cure } = sentenceOf(problem.code) ?? { says: unnamed(problem.code) };
  const behind = problem.params?.['code'];
  const because = typeof behind === 'string' && behind !== problem.code ? sentenceOf(behind) : undefined;
  const helps = because?.cure ?? cure ?? (problem.disposition && dispositionCures[problem.disposition]);
  return {
    says: fill([says, because?.says].filter((part) => part !== undefined).join(' '), problem.params),
    cure: helps ? fill(helps, problem.params) : undefined,
  };
}

function sentenceOf(code: string): Sentence | undefined {
  return (
    lookUp(problemSentences, code) ?? lookUp(ownProblemSentences, code) ?? lookUp(providerFailures, code)
  );
}

function unnamed(code: string): string {
  return `Something went wrong that these pages have no sentence for (${code}).`;
}

function lookUp<T>(table: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}

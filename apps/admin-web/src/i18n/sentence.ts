import { type ProblemAnswer } from '../api/problem.js';
import { fill } from './fill.js';
import { type Sentence } from './en.js';
import { dispositionCures, ownProblemSentences, problemSentences, words } from './words.js';
import { providerFailures } from './provider-failures.js';

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

/** What the code of a problem says by itself, without the facts of one that happened; undefined for a code of somebody else's. */
export function saysOf(code: string): string | undefined {
  const says = sentenceOf(code)?.says;
  return says === undefined ? undefined : fill(says);
}

function sentenceOf(code: string): Sentence | undefined {
  return (
    lookUp(problemSentences, code) ?? lookUp(ownProblemSentences, code) ?? lookUp(providerFailures, code)
  );
}

function unnamed(code: string): string {
  return words.problem.unnamed(code);
}

function lookUp<T>(table: Readonly<Record<string, T>>, code: string): T | undefined {
  return Object.hasOwn(table, code) ? table[code] : undefined;
}

import { figure } from './language.js';
import { moment } from './moment.js';
import { words } from './words.js';

type Facts = Readonly<Record<string, string | number>>;

/** What a step of a test found out, as one line; empty where there is nothing to say. Facts without a word are left out. */
export function stepFacts(facts: Facts): string {
  return Object.entries(words.stepFacts)
    .flatMap(([name, say]) => {
      const fact = facts[name];
      return fact === undefined || fact === '' ? [] : [say(shown(name, fact))];
    })
    .join(' · ');
}

function shown(name: string, fact: string | number): string {
  if (typeof fact === 'number') return name === 'port' ? String(fact) : figure(fact);
  return name === 'endsAt' ? moment(new Date(fact)) : fact;
}

import { Refusal } from './refusal.js';

/** Does a number belong to the set? `*` is the largest number there is (RFC 9051 section 9, sequence-set). */
export function parseSequenceSet(text: string, largest: number): (number: number) => boolean {
  if (!/^(\d+|\*)(:(\d+|\*))?(,(\d+|\*)(:(\d+|\*))?)*$/.test(text)) throw Refusal.bad('Invalid sequence set');
  const value = (word: string): number => (word === '*' ? largest : Number(word));
  const ranges = text.split(',').map((range) => {
    const [from = '', to = from] = range.split(':');
    return [Math.min(value(from), value(to)), Math.max(value(from), value(to))] as const;
  });
  return (number) => ranges.some(([low, high]) => number >= low && number <= high);
}

/** Numbers as a set, runs as ranges: 1,2,3,7 becomes `1:3,7`. The order is kept. */
export function writeSequenceSet(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(',');
}

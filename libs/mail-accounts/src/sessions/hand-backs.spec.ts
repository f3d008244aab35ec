import { handBacks, type Standing } from './hand-backs.js';

const now = new Date('2026-11-20T12:00:00Z');
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1_000);
const idle = (accountId: string, seconds: number): Standing => ({
  accountId,
  phase: 'idle',
  idleSince: ago(seconds),
});
const busy = (accountId: string, phase: 'opening' | 'draining' | 'ending'): Standing => ({
  accountId,
  phase,
  idleSince: null,
});
const even = { instances: 1, held: 4, mine: 4 };

describe('handBacks', () => {
  it('keeps everything when the spread is fair and nobody waits', () => {
    expect(handBacks([idle('a', 99), busy('b', 'draining')], even, [], now)).toEqual([]);
  });

  it('gives the longest idle to a newcomer, then what has not begun, then what fetches', () => {
    const sessions = [busy('d', 'draining'), busy('o', 'opening'), idle('young', 5), idle('old', 50)];
    expect(handBacks(sessions, { instances: 2, held: 4, mine: 4 }, [], now)).toEqual(['old', 'young']);
    expect(handBacks(sessions, { instances: 4, held: 4, mine: 4 }, [], now)).toEqual(['old', 'young', 'o']);
  });

  it('does not count those that are on their way out', () => {
    expect(
      handBacks([busy('e', 'ending'), idle('a', 9)], { instances: 2, held: 2, mine: 2 }, [], now),
    ).toEqual(['a']);
  });

  it('makes room at a crowded host, among those that have rested there', () => {
    const sessions = [idle('a', 60), idle('b', 30), idle('fresh', 2), idle('elsewhere', 99)];
    const crowd = { waiting: 3, mine: ['a', 'b', 'fresh'] };
    expect(handBacks(sessions, even, [crowd], now)).toEqual(['a', 'b']);
    expect(handBacks(sessions, even, [{ ...crowd, waiting: 1 }], now)).toEqual(['a']);
  });
});

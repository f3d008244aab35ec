import { forOthers, toMakeRoom, type Standing } from './hand-backs.js';

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
describe('forOthers', () => {
  it('keeps everything when the spread is fair', () => {
    expect(forOthers([idle('a', 99), busy('b', 'draining')], { instances: 1, held: 2, mine: 2 })).toEqual([]);
  });

  it('gives the longest idle to a newcomer, then what has not begun, then what fetches', () => {
    const sessions = [busy('d', 'draining'), busy('o', 'opening'), idle('young', 5), idle('old', 50)];
    expect(forOthers(sessions, { instances: 2, held: 4, mine: 4 })).toEqual(['old', 'young']);
    expect(forOthers(sessions, { instances: 4, held: 4, mine: 4 })).toEqual(['old', 'young', 'o']);
  });

  it('does not give twice what is on its way out', () => {
    const sessions = [busy('e', 'ending'), busy('f', 'ending'), idle('a', 9), idle('b', 8)];
    expect(forOthers(sessions, { instances: 2, held: 4, mine: 4 })).toEqual([]);
  });
});

describe('toMakeRoom', () => {
  it('ends as many as wait at a crowded host, among those that have rested there', () => {
    const sessions = [idle('b', 30), idle('a', 60), idle('fresh', 2), idle('elsewhere', 99)];
    const crowd = { waiting: 3, mine: ['a', 'b', 'fresh'] };
    expect(toMakeRoom(sessions, [crowd], now)).toEqual(['a', 'b']);
    expect(toMakeRoom(sessions, [{ ...crowd, waiting: 1 }], now)).toEqual(['a']);
    expect(toMakeRoom(sessions, [], now)).toEqual([]);
  });
});

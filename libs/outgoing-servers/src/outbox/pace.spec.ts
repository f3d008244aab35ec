import fc from 'fast-check';
import { freeNow, limitsOf, mostAtOnce, turnsFor, type Slot } from './pace.js';

const NOW = 1_000_000_000;
const NONE = {
  ownerId: null,
  ratePerMinute: null,
  ratePerHour: null,
  ratePerDay: null,
  recipientsPerDay: null,
};
const PER_MINUTE = limitsOf({ ...NONE, ratePerMinute: 3 });
const AT_MICROSOFT = limitsOf({ ...NONE, ratePerMinute: 30, recipientsPerDay: 10_000 });
const secondsFromNow = (turns: readonly number[]) => turns.map((turn) => (turn - NOW) / 1_000);
const mails = (count: number) => ({ now: NOW, unit: 'mails' as const, count });
const slot = (secondsAgo: number, count: number, recipients = count): Slot => ({
  at: NOW - secondsAgo * 1_000,
  mails: count,
  recipients,
});

it('lets as many go at once as the window has room for, and the rest window by window', () => {
  expect(secondsFromNow(turnsFor(PER_MINUTE, [], mails(7)))).toEqual([0, 0, 0, 61, 61, 61, 122]);
});

it('counts what was offered before, until its window is over', () => {
  const slots = [slot(50, 2), slot(10, 1)];
  expect(secondsFromNow(turnsFor(PER_MINUTE, slots, mails(4)))).toEqual([11, 11, 51, 72]);
  expect(freeNow(PER_MINUTE, slots, NOW, 'mails')).toBe(0);
  expect(freeNow(PER_MINUTE, slots, NOW + 11_000, 'mails')).toBe(2);
});

it('keeps the strictest of several limits', () => {
  const limits = limitsOf({ ...NONE, ratePerMinute: 2, ratePerHour: 3 });
  expect(secondsFromNow(turnsFor(limits, [], mails(4)))).toEqual([0, 0, 61, 3_601]);
});

describe('where a provider counts recipients', () => {
  // An hour ago 12 mails went to 9,990 people.
  const slots = [slot(3_600, 12, 9_990)];

  it('counts mails by the minute and recipients by the day, each for itself', () => {
    expect(freeNow(AT_MICROSOFT, slots, NOW, 'mails')).toBe(30);
    expect(freeNow(AT_MICROSOFT, slots, NOW, 'recipients')).toBe(10);
    expect(mostAtOnce(AT_MICROSOFT, 'recipients')).toBe(10_000);
  });

  it('gives the next recipient a turn when the day is over', () => {
    const turns = turnsFor(AT_MICROSOFT, slots, { now: NOW, unit: 'recipients', count: 11 });
    expect(secondsFromNow(turns)).toEqual([...Array<number>(10).fill(0), 23 * 3_600 + 1]);
  });

  it('counts recipients in every window at somebody’s own server', () => {
    const limits = limitsOf({ ...NONE, ownerId: 'jane', ratePerMinute: 10, recipientsPerDay: 10_000 });
    expect(limits.map(({ counts }) => counts)).toEqual(['recipients', 'recipients']);
    expect(mostAtOnce(limits, 'recipients')).toBe(10);
    expect(freeNow(limits, [], NOW, 'mails')).toBe(Infinity);
  });
});

it('never puts more into a window than its limit', () => {
  const past = fc.record({ ago: fc.integer({ min: 0, max: 59 }), count: fc.integer({ min: 1, max: 2 }) });
  fc.assert(
    fc.property(fc.array(past, { maxLength: 2 }), fc.integer({ min: 1, max: 40 }), (before, count) => {
      const slots = before.map((each) => slot(each.ago, each.count));
      const offered = slots.flatMap((each) => Array<number>(each.mails).fill(each.at));
      if (offered.length > 3) return;
      const all = [...offered, ...turnsFor(PER_MINUTE, slots, mails(count))].toSorted((a, b) => a - b);
      for (const [index, first] of all.entries())
        expect(all.slice(index).filter((at) => at - first < 60_000).length).toBeLessThanOrEqual(3);
    }),
  );
});

it('knows no limit where there is none', () => {
  expect(limitsOf(NONE)).toEqual([]);
  expect(freeNow([], [slot(1, 100)], NOW, 'recipients')).toBe(Infinity);
});

import fc from 'fast-check';
import { limitsOf, turnsFor, type Slot } from './pace.js';

const NOW = 1_000_000_000;
const PER_MINUTE = limitsOf({ ratePerMinute: 3, ratePerHour: null, ratePerDay: null });
const secondsFromNow = (turns: readonly number[]) => turns.map((turn) => (turn - NOW) / 1_000);

it('lets as many go at once as the window has room for, and the rest window by window', () => {
  expect(secondsFromNow(turnsFor(PER_MINUTE, [], NOW, 7))).toEqual([0, 0, 0, 61, 61, 61, 122]);
});

it('counts what was offered before, until its window is over', () => {
  const slots = [
    { at: NOW - 50_000, mails: 2 },
    { at: NOW - 10_000, mails: 1 },
  ];
  expect(secondsFromNow(turnsFor(PER_MINUTE, slots, NOW, 4))).toEqual([11, 11, 51, 72]);
});

it('keeps the strictest of several limits', () => {
  const limits = limitsOf({ ratePerMinute: 2, ratePerHour: 3, ratePerDay: null });
  expect(secondsFromNow(turnsFor(limits, [], NOW, 4))).toEqual([0, 0, 61, 3_601]);
});

it('never puts more into a window than its limit', () => {
  const slot = fc.record({ ago: fc.integer({ min: 0, max: 59 }), mails: fc.integer({ min: 1, max: 2 }) });
  fc.assert(
    fc.property(fc.array(slot, { maxLength: 2 }), fc.integer({ min: 1, max: 40 }), (past, count) => {
      const slots: Slot[] = past.map(({ ago, mails }) => ({ at: NOW - ago * 1_000, mails }));
      const before = slots.flatMap(({ at, mails }) => Array<number>(mails).fill(at));
      if (before.length > 3) return;
      const all = [...before, ...turnsFor(PER_MINUTE, slots, NOW, count)].toSorted((a, b) => a - b);
      for (const [index, first] of all.entries())
        expect(all.slice(index).filter((at) => at - first < 60_000).length).toBeLessThanOrEqual(3);
    }),
  );
});

it('knows no limit where there is none', () => {
  expect(limitsOf({ ratePerMinute: null, ratePerHour: null, ratePerDay: null })).toEqual([]);
});

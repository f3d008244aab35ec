import fc from 'fast-check';
import { SettledUids } from './settled-uids.js';

describe('SettledUids', () => {
  it('stays before the first mail that is not settled, in whatever order they are', () => {
    const settled = new SettledUids([5, 7, 9], 3, 12);
    expect(settled.cursor()).toBe(4);
    settled.settle([7, 9]);
    expect(settled.cursor()).toBe(4);
    expect(settled.cursor([5])).toBe(12);
    settled.settle([5]);
    expect(settled.cursor()).toBe(12);
  });

  it('goes to the end when nothing was planned', () => {
    expect(new SettledUids([], 3, 40).cursor()).toBe(40);
  });

  it('never goes back for mail that is asked for again', () => {
    const settled = new SettledUids([2, 50], 40, 50);
    expect(settled.cursor()).toBe(40);
    settled.settle([2]);
    expect(settled.cursor()).toBe(49);
  });

  it('skips nothing that was not settled, and reaches the end when all is', () => {
    const plan = fc.uniqueArray(fc.integer({ min: 11, max: 60 })).chain((uids) =>
      fc.record({
        planned: fc.constant(uids.toSorted((one, other) => one - other)),
        order: fc.shuffledSubarray(uids),
      }),
    );
    fc.assert(
      fc.property(plan, ({ planned, order }) => {
        const settled = new SettledUids(planned, 10, 60);
        for (const uid of order) settled.settle([uid]);
        const open = planned.filter((uid) => !order.includes(uid));
        expect(settled.cursor()).toBe(open.length > 0 ? open[0]! - 1 : 60);
        expect(settled.cursor(open)).toBe(60);
      }),
    );
  });
});

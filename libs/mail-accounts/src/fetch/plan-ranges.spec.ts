import fc from 'fast-check';
import { planRanges, RANGE_LIMITS } from './plan-ranges.js';

const uids = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('planRanges', () => {
  it.each([
    ['nothing waits', uids(0), {}, []],
    ['a few small mails go together', uids(3), {}, [[1, 2, 3]]],
    ['at most so many', uids(5), {}, [[1, 2], [3, 4], [5]], { messages: 2, bytes: 1e9 }],
    ['at most so large', uids(4), { 2: 600, 3: 500 }, [[1], [2, 3], [4]], { messages: 9, bytes: 33_300 }],
    ['a giant goes alone', uids(3), { 2: 1e9 }, [[1], [2], [3]], { messages: 9, bytes: 100_000 }],
  ])('%s', (_, wanted, sizes, ranges, limits = RANGE_LIMITS) => {
    const known = new Map(Object.entries(sizes).map(([uid, size]) => [Number(uid), size]));
    expect(planRanges(wanted, known, limits).map((range) => range.uids)).toEqual(ranges);
  });

  it('asks for everything once, in order, and never for more than the limits but one mail at a time', () => {
    const waiting = fc.array(fc.nat({ max: 20_000_000 }), { maxLength: 400 });
    fc.assert(
      fc.property(waiting, (bytes) => {
        const wanted = uids(bytes.length);
        const ranges = planRanges(wanted, new Map(bytes.map((size, index) => [index + 1, size])));
        expect(ranges.flatMap((range) => range.uids)).toEqual(wanted);
        for (const range of ranges) {
          expect(range.uids.length).toBeLessThanOrEqual(RANGE_LIMITS.messages);
          if (range.uids.length > 1) expect(range.bytes).toBeLessThanOrEqual(RANGE_LIMITS.bytes);
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { allowance, surplus } from './fair-share.js';

const spread = { instances: 2, held: 0, mine: 0, due: 0, overdue: 0 };

describe('allowance', () => {
  it.each([
    ['alone, everything', { ...spread, instances: 1, due: 40 }, 40],
    ['of two, half', { ...spread, due: 4 }, 2],
    ['of two, the larger half', { ...spread, due: 5 }, 3],
    ['of two, nothing while the other has less', { ...spread, held: 1, mine: 1, due: 1 }, 0],
    ['of two, what the other has more', { ...spread, held: 3, mine: 0, due: 1 }, 2],
    ['what nobody takes, whatever the share', { ...spread, held: 1, mine: 1, due: 1, overdue: 1 }, 1],
    ['when the others are gone, all of theirs', { ...spread, instances: 1, held: 2, mine: 2, due: 3 }, 3],
    ['up to its share of what is held', { ...spread, held: 8, mine: 1 }, 3],
  ])('%s', (_, now, room) => expect(allowance(now)).toBe(room));

  it('never exceeds the capacity, and never is negative', () => {
    const now = fc.record({
      instances: fc.integer({ min: 0, max: 9 }),
      held: fc.nat(3_000),
      mine: fc.nat(3_000),
      due: fc.nat(3_000),
      overdue: fc.nat(3_000),
    });
    fc.assert(
      fc.property(now, (wild) => {
        const room = allowance(wild, 1_000);
        expect(room).toBeGreaterThanOrEqual(0);
        expect(room === 0 || wild.mine + room <= 1_000).toBe(true);
      }),
    );
  });
});

describe('surplus', () => {
  it.each([
    ['nothing when alone', { instances: 1, held: 50, mine: 50 }, 0],
    ['the half of a newcomer', { instances: 2, held: 4, mine: 4 }, 2],
    ['nothing when even', { instances: 2, held: 4, mine: 2 }, 0],
    ['nothing within a tenth', { instances: 2, held: 200, mine: 110 }, 0],
    ['all above the share once beyond it', { instances: 2, held: 200, mine: 111 }, 11],
    ['nothing of an odd one', { instances: 2, held: 3, mine: 2 }, 0],
  ])('%s', (_, now, count) => expect(surplus(now)).toBe(count));
});

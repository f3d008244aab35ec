import fc from 'fast-check';
import { uidSet } from './uid-set.js';

describe('uidSet', () => {
  it.each([
    [[], ''],
    [[7], '7'],
    [[1, 2, 3], '1:3'],
    [[1, 3, 4, 5, 9], '1,3:5,9'],
  ])('%j is %s', (uids, set) => expect(uidSet(uids)).toBe(set));

  it('names exactly the UIDs it was given', () => {
    const uids = fc
      .uniqueArray(fc.integer({ min: 1, max: 300 }))
      .map((list) => list.toSorted((a, b) => a - b));
    fc.assert(fc.property(uids, (list) => expect(expand(uidSet(list))).toEqual(list)));
  });
});

function expand(set: string): number[] {
  if (set === '') return [];
  return set.split(',').flatMap((run) => {
    const [from, to = from] = run.split(':').map(Number);
    return Array.from({ length: to! - from! + 1 }, (_, index) => from! + index);
  });
}

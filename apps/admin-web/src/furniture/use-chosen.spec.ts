import { between } from './use-chosen.js';

it.each([
  [null, 'b', ['b']],
  ['gone', 'b', ['b']],
  ['b', 'b', ['b']],
  ['b', 'd', ['b', 'c', 'd']],
  ['d', 'b', ['b', 'c', 'd']],
])('chooses what lies between %s and %s', (from, to, ids) => {
  expect(between(['a', 'b', 'c', 'd', 'e'], from, to)).toEqual(ids);
});

import { scaleTop } from './scale-top.js';

it.each([
  [0, 2],
  [2, 2],
  [3, 4],
  [5, 10],
  [11, 20],
  [40, 40],
  [41, 100],
  [12_345, 20_000],
])('ends the scale of %i at %i', (most, top) => {
  expect(scaleTop(most)).toBe(top);
});

import { waitBefore } from './wait-before.js';

it.each([
  [0, 500, 1_000],
  [1, 1_000, 2_000],
  [5, 16_000, 32_000],
  [6, 30_000, 60_000],
  [5_000, 30_000, 60_000],
])('after %d failures waits %d to %d ms', (failures, least, most) => {
  expect(waitBefore(failures, 0)).toBe(least);
  expect(waitBefore(failures, 1)).toBe(most);
});

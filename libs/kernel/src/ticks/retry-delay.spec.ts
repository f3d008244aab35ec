import { retryDelay } from './retry-delay.js';

describe('retryDelay', () => {
  it.each([
    [1, 0, 500],
    [1, 1, 1000],
    [3, 1, 4000],
    [20, 1, 60_000],
    [2000, 0, 30_000],
  ])('attempt %d with chance %d waits %d ms', (attempt, chance, expected) => {
    expect(retryDelay(attempt, { base: 1000, cap: 60_000 }, () => chance)).toBe(expected);
  });
});

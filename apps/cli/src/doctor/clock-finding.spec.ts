import { clockFinding } from './clock-finding.js';

it.each([
  [0, 'ok'],
  [-1_900, 'ok'],
  [2_000, 'warning'],
  [-59_000, 'warning'],
  [60_000, 'fault'],
  [-86_400_000, 'fault'],
])('%i ms apart: %s', (aheadMs, verdict) => {
  expect(clockFinding('the database', aheadMs).verdict).toBe(verdict);
});

it('says who is late', () => {
  expect(clockFinding('x', 61_000).says).toContain('ahead of x');
  expect(clockFinding('x', -61_000).says).toContain('behind x');
});

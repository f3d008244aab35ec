import { PATIENCE_MS, whenAgain } from './when-again.js';

const now = new Date('2026-03-01T12:00:00Z');
const most = () => 1;

it.each([
  [0, 30_000],
  [1, 60_000],
  [4, 480_000],
  [40, 3_600_000],
])('after %d tries it waits up to %d ms', (attempts, delay) => {
  expect(whenAgain({ disposition: 'retry-later' }, { attempts, waitingSince: now }, now, most)).toBe(delay);
});

it('has had enough after five days of trying by itself', () => {
  const waitingSince = new Date(now.getTime() - PATIENCE_MS - 1);
  expect(whenAgain({ disposition: 'retry-later' }, { attempts: 90, waitingSince }, now)).toBeNull();
});

it('waits for people as long as it takes, and looks every quarter of an hour', () => {
  const waitingSince = new Date(now.getTime() - 10 * PATIENCE_MS);
  expect(whenAgain({ disposition: 'reconnect' }, { attempts: 900, waitingSince }, now, most)).toBe(900_000);
});

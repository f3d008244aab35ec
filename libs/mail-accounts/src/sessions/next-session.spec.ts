import { type Disposition } from '@mailroom/kernel';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { droppedDelay, nextSession } from './next-session.js';

const problem = (disposition: Disposition, params = {}) =>
  mailAccountProblem('mailbox-unreachable', { disposition, params });
const seconds = (count: number): number => count * 1_000;

describe('nextSession', () => {
  it.each([
    ['what passes by itself', 'retry-later', 1, 5],
    ['what passes by itself, after a while', 'retry-later', 4, 40],
    ['what passes by itself, but has not for long', 'retry-later', 40, 300],
    ['a grant that is dead', 'reconnect', 1, 120],
    ['a setting that an admin has to change', 'ask-admin', 3, 480],
    ['a client that is wrong', 'fix-client', 99, 1_800],
    ['something hopeless', 'give-up', 99, 1_800],
  ] as const)('%s', (_, disposition, failures, wait) => {
    expect(nextSession(problem(disposition), failures, () => 1)).toEqual({
      inMs: seconds(wait),
      notBefore: false,
      planned: false,
    });
  });

  it.each([
    ['a long wish, and a little more', 300, 1, 1, 330],
    ['a long wish', 300, 1, 0, 300],
    ['a wish that is over, at our own pace', 0, 3, 1, 20],
  ])('keeps %s', (_, wish, failures, chance, wait) => {
    const throttled = problem('retry-later', { retryAfterMs: seconds(wish) });
    expect(nextSession(throttled, failures, () => chance)).toEqual({
      inMs: seconds(wait),
      notBefore: true,
      planned: false,
    });
  });

  it('comes straight back when only the session was over', () => {
    const expired = mailAccountProblem('mailbox-session-expired', { disposition: 'retry-later' });
    expect(nextSession(expired, 1)).toEqual({ inMs: seconds(1), notBefore: false, planned: true });
  });

  it('comes back later and later to a server that ends every session soon after the sign-in', () => {
    const expired = mailAccountProblem('mailbox-session-expired', { disposition: 'retry-later' });
    const waits = [1, 2, 3, 8, 30].map((times) => nextSession(expired, times, () => 1).inMs);
    expect(waits).toEqual([1, 5, 10, 300, 300].map(seconds));
    expect([1, 2, 8].map((setbacks) => droppedDelay(setbacks, () => 1))).toEqual([5, 10, 300].map(seconds));
  });

  it('hopes for a mailbox that is not connected for some minutes, then looks rarely', () => {
    const moved = mailAccountProblem('mailbox-not-connected', { disposition: 'retry-later' });
    const waits = [1, 6, 7, 99].map((times) => nextSession(moved, times, () => 1).inMs);
    expect(waits).toEqual([5, 160, 1_800, 1_800].map(seconds));
  });
});

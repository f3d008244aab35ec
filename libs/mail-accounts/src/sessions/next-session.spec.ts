import { type Disposition } from '@mailroom/kernel';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { nextSession } from './next-session.js';

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

  it('keeps away for as long as the provider wishes, and a little longer', () => {
    const throttled = problem('retry-later', { retryAfterMs: seconds(300) });
    expect(nextSession(throttled, 1, () => 0)).toMatchObject({ inMs: seconds(300), notBefore: true });
    expect(nextSession(throttled, 1, () => 1)).toMatchObject({ inMs: seconds(330), notBefore: true });
  });

  it('comes straight back when only the session was over', () => {
    expect(nextSession(problem('retry-later', { retryAfterMs: 0 }), 7)).toEqual({
      inMs: seconds(1),
      notBefore: false,
      planned: true,
    });
  });
});

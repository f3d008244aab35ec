import { judgeAnswer } from './judge-answer.js';
import { nextTry } from './next-try.js';

describe('judgeAnswer', () => {
  it.each([
    [200, 'taken', undefined],
    [204, 'taken', undefined],
    [301, 'failed', 'webhook-redirected'],
    [307, 'failed', 'webhook-redirected'],
    [404, 'failed', 'webhook-refused'],
    [410, 'gone', 'webhook-gone'],
    [429, 'failed', 'webhook-refused'],
    [500, 'failed', 'webhook-refused'],
  ])('%d is %s', (status, kind, code) => {
    const verdict = judgeAnswer(status);
    expect([verdict.kind, 'problem' in verdict ? verdict.problem.code : undefined]).toEqual([kind, code]);
  });
});

describe('nextTry', () => {
  const latest = () => 1;
  it.each([
    ['the first time after seconds', 1, null, 10_000],
    ['twice as late each time', 4, null, 80_000],
    ['never later than four hours', 40, null, 14_400_000],
    ['as late as the receiver asks', 1, '120', 120_000],
    ['but within an hour', 1, '86400', 3_600_000],
    ['whatever else it says', 1, 'Wed, 21 Oct 2026 07:28:00 GMT', 10_000],
  ])('%s', (_, attempts, retryAfter, ms) => expect(nextTry(attempts, retryAfter, latest)).toBe(ms));

  it('comes back to a receiver a dozen times within a day', () => {
    let [at, tries] = [0, 0];
    for (; at < 86_400_000; tries += 1) at += nextTry(tries + 1, null, latest);
    expect(tries).toBeGreaterThanOrEqual(12);
  });
});

import { report } from './report.js';

it('says what the small ones waited, and how far the big one came meanwhile', () => {
  const served = [
    { seconds: 1.04, bigCommitted: 1_200 },
    { seconds: 4, bigCommitted: 1_900 },
    { seconds: 2, bigCommitted: 1_500 },
  ];
  expect(report(50_000, 20, served, 1_000)).toEqual({
    bench: 'fairness',
    big_messages: 50_000,
    small_accounts: 3,
    small_messages_each: 20,
    small_seconds_first: 1,
    small_seconds_median: 2,
    small_seconds_last: 4,
    big_committed_before: 1_000,
    big_committed_meanwhile: 900,
    msgs_per_s_of_all: 240,
  });
});

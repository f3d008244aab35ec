import { report } from './report.js';

it('says the pace of the first and the last mails, and the most memory', () => {
  const looks = [
    { committed: 0, at: 1 },
    { committed: 100, at: 3 },
    { committed: 5_100, at: 13 },
    { committed: 45_000, at: 100 },
    { committed: 50_000, at: 120 },
  ];
  expect(report(50_000, looks, 299.6)).toEqual({
    bench: 'backlog',
    messages: 50_000,
    msgs_per_s_first_5000: 500,
    msgs_per_s_last_5000: 250,
    seconds: 120,
    peak_rss_mb: 300,
  });
});

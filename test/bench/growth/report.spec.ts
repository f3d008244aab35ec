import { report } from './report.js';

it('counts megabytes for a hundred thousand mails, and leaves out what does not grow', () => {
  const tables = [
    { name: 'delivery', bytes: 3_000_000, indexBytes: 1_000_000 },
    { name: 'setting', bytes: 8_192, indexBytes: 0 },
  ];
  expect(report(10_000, 500_000_000, tables)).toEqual({
    bench: 'growth',
    messages: 10_000,
    mail_mb_per_100k: 5_000,
    database_mb_per_100k: 40,
    tables: { delivery: { mb: 30, index_mb: 10 } },
  });
});

import { report } from './report.js';

it('says what the middle round says, and the most memory', () => {
  const rounds = [
    { helpdesk: 4, many: 2, plainLoop: 20, mbsync: 2, peakRssMb: 300.4 },
    { helpdesk: 2, many: 1, plainLoop: 10, mbsync: 4, peakRssMb: 310.6 },
    { helpdesk: 3, many: 1.5, plainLoop: 12, mbsync: 3, peakRssMb: 290 },
  ];
  expect(report(2000, 2000, rounds)).toEqual({
    bench: 'ingest',
    messages: 2000,
    verified: 2000,
    seconds: 3,
    msgs_per_s: 666.7,
    naive_msgs_per_s: 166.7,
    mbsync_msgs_per_s: 666.7,
    vs_naive: 4,
    vs_mbsync: 1,
    many_msgs_per_s: 1333.3,
    many_vs_naive: 8,
    many_vs_mbsync: 2,
    peak_rss_mb: 311,
  });
});

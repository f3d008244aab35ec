import { report } from './report.js';

it('says percentiles of the latencies and the best of the rounds', () => {
  const existsToCommit = Array.from({ length: 100 }, (_, index) => index + 1);
  const deliveryToCommit = existsToCommit.map((milliseconds) => milliseconds + 500);
  const rounds = [
    { rssPerAccount: 150.4, warmUpSeconds: 20.04, restPercent: 2.5 },
    { rssPerAccount: 160, warmUpSeconds: 19, restPercent: 2.468 },
  ];
  expect(report(1000, { existsToCommit, deliveryToCommit }, rounds)).toEqual({
    bench: 'push',
    exists_to_commit_p50_ms: 50.5,
    exists_to_commit_p95_ms: 95,
    delivery_to_commit_p95_ms: 595,
    accounts: 1000,
    rss_kb_per_account: 150,
    warmup_s: 19,
    idle_cpu_pct: 2.47,
  });
});

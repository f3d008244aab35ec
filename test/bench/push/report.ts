import { median, percentile, rounded } from '../figures.js';
import { type Idling } from './idlers.js';
import { type Latencies } from './latency.js';

/** The result line: percentiles of the latencies, and the best of several rounds of doing nothing. */
export function report(
  accounts: number,
  { existsToCommit, deliveryToCommit }: Latencies,
  rounds: readonly Idling[],
) {
  const best = (figure: (round: Idling) => number): number => Math.min(...rounds.map(figure));
  return {
    bench: 'push',
    exists_to_commit_p50_ms: rounded(median(existsToCommit), 1),
    exists_to_commit_p95_ms: rounded(percentile(existsToCommit, 95), 1),
    delivery_to_commit_p95_ms: rounded(percentile(deliveryToCommit, 95), 1),
    accounts,
    rss_kb_per_account: Math.round(best(({ rssPerAccount }) => rssPerAccount)),
    warmup_s: rounded(
      best(({ warmUpSeconds }) => warmUpSeconds),
      1,
    ),
    idle_cpu_pct: rounded(
      best(({ restPercent }) => restPercent),
      2,
    ),
  };
}

import { median, rounded } from '../figures.js';

/**
 * What one round measured: seconds of each contestant (the helpdesk mail by mail, and in groups as `many`), and the
 * helpdesk's memory at its largest.
 */
export interface Round {
  readonly helpdesk: number;
  readonly many: number;
  readonly plainLoop: number;
  readonly mbsync: number;
  readonly peakRssMb: number;
}

/** The result line. Medians over the rounds; the largest memory of all. */
export function report(messages: number, verified: number, rounds: readonly Round[]) {
  const seconds = median(rounds.map(({ helpdesk }) => helpdesk));
  const many = median(rounds.map((round) => round.many));
  const naive = median(rounds.map(({ plainLoop }) => plainLoop));
  const mbsync = median(rounds.map((round) => round.mbsync));
  return {
    bench: 'ingest',
    messages,
    verified,
    seconds: rounded(seconds, 3),
    msgs_per_s: rounded(messages / seconds, 1),
    naive_msgs_per_s: rounded(messages / naive, 1),
    mbsync_msgs_per_s: rounded(messages / mbsync, 1),
    vs_naive: rounded(naive / seconds, 2),
    vs_mbsync: rounded(mbsync / seconds, 2),
    many_msgs_per_s: rounded(messages / many, 1),
    many_vs_naive: rounded(naive / many, 2),
    many_vs_mbsync: rounded(mbsync / many, 2),
    peak_rss_mb: Math.round(Math.max(...rounds.map(({ peakRssMb }) => peakRssMb))),
  };
}

import { rounded } from '../figures.js';

/** A look at how far it has come. */
export interface Look {
  readonly committed: number;
  /** Seconds since the beginning. */
  readonly at: number;
}

/**
 * The result line: the pace of the first and of the last `window` mails (5,000, or a quarter of fewer than 20,000). The
 * first ones count from the first commit that was seen, so that opening a large mailbox is no part of the pace.
 */
export function report(messages: number, looks: readonly Look[], peakRssMb: number) {
  const window = Math.min(5_000, Math.floor(messages / 4));
  return {
    bench: 'backlog',
    messages,
    msgs_per_s_first_5000: rounded(pace(looks, 1, window), 1),
    msgs_per_s_last_5000: rounded(pace(looks, messages - window, messages), 1),
    seconds: rounded(looks.at(-1)?.at ?? NaN, 1),
    peak_rss_mb: Math.round(peakRssMb),
  };
}

/** Mails per second between the first looks that saw at least so many. */
function pace(looks: readonly Look[], from: number, to: number): number {
  const begin = looks.find(({ committed }) => committed >= from);
  const end = looks.find(({ committed }) => committed >= to);
  return begin && end ? (end.committed - begin.committed) / (end.at - begin.at) : NaN;
}

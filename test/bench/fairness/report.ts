import { percentile, rounded } from '../figures.js';

/** How long all mail of one small account took, and how far the big one was then. */
export interface Served {
  readonly seconds: number;
  readonly bigCommitted: number;
}

/** The result line: what the small accounts waited beside the big one, from the moment they went live. */
export function report(messages: number, each: number, served: readonly Served[], bigBefore: number) {
  const seconds = served.map((one) => one.seconds);
  const bigAfter = Math.max(...served.map((one) => one.bigCommitted));
  const last = Math.max(...seconds);
  return {
    bench: 'fairness',
    big_messages: messages,
    small_accounts: served.length,
    small_messages_each: each,
    small_seconds_first: rounded(Math.min(...seconds), 1),
    small_seconds_median: rounded(percentile(seconds, 50), 1),
    small_seconds_last: rounded(last, 1),
    big_committed_before: bigBefore,
    big_committed_meanwhile: bigAfter - bigBefore,
    msgs_per_s_of_all: rounded((bigAfter - bigBefore + served.length * each) / last, 1),
  };
}

import { median, rounded } from '../figures.js';

/** What was measured: seconds for all mails of a round, one figure for each round. */
export interface Measured {
  readonly mails: number;
  readonly outboxSeconds: readonly number[];
  readonly poolSeconds: readonly number[];
  /** Requests at the token endpoint, for all rounds together. */
  readonly tokenRequests: number;
}

/** The result line; medians of the rounds. */
export function report({ mails, outboxSeconds, poolSeconds, tokenRequests }: Measured) {
  const [outbox, pool] = [mails / median(outboxSeconds), mails / median(poolSeconds)];
  return {
    bench: 'send',
    mails,
    mails_per_s: Math.round(outbox),
    pool_mails_per_s: Math.round(pool),
    vs_pool: rounded(outbox / pool, 2),
    token_requests: tokenRequests,
  };
}

/** How the accounts that want sessions are spread at a moment. */
export interface Spread {
  /** Instances that beat. */
  readonly instances: number;
  /** Accounts held by any of them. */
  readonly held: number;
  /** Of those, mine. */
  readonly mine: number;
  /** Accounts that are due and held by nobody. */
  readonly due: number;
  /** Of those, due for so long that whoever should have taken them does not. */
  readonly overdue: number;
}

/** Sessions that one process keeps at most. */
export const CAPACITY = 1_000;

/**
 * How many accounts this instance may claim now: up to its fair share of all that is held and due, so that with four
 * mailboxes and two instances each gets two, whoever asks first. What nobody takes is anybody's.
 */
export function allowance({ instances, held, mine, due, overdue }: Spread, capacity = CAPACITY): number {
  const share = Math.ceil((held + due) / Math.max(1, instances));
  return Math.max(0, Math.min(capacity - mine, Math.max(share - mine, overdue)));
}

/** How many sessions this instance gives away: what it has above its share, once that is more than a tenth. */
export function surplus({ instances, held, mine }: Pick<Spread, 'instances' | 'held' | 'mine'>): number {
  const share = Math.ceil(held / Math.max(1, instances));
  return mine > share * 1.1 ? mine - share : 0;
}

import { type Crowd } from './claims.js';
import { surplus, type Spread } from './fair-share.js';
import { type SessionPhase } from './mailbox-session.js';

/** A session as rebalancing sees it. */
export interface Standing {
  readonly accountId: string;
  readonly phase: SessionPhase;
  /** Since when it only listens. */
  readonly idleSince: Date | null;
}

/** Nobody is sent away who has just begun to listen. */
const RESTED_MS = 10_000;

/**
 * Which sessions to end so that others get their turn. Above the fair share the longest idle go first, then those that
 * have not begun, then whoever fetches. At a mail host where accounts wait for a connection, as many idle sessions make
 * room as accounts wait: they will be back when it is their turn again.
 */
export function handBacks(
  sessions: readonly Standing[],
  spread: Pick<Spread, 'instances' | 'held' | 'mine'>,
  crowds: readonly Crowd[],
  now: Date,
): string[] {
  const staying = sessions.filter(({ phase }) => phase !== 'ending');
  const order = staying.toSorted((one, other) => readiness(one) - readiness(other));
  const leaving = new Set(order.slice(0, surplus(spread)));
  for (const { waiting, mine } of crowds) {
    const rested = order.filter((session) => mine.includes(session.accountId) && hasRested(session, now));
    for (const session of rested.slice(0, waiting)) leaving.add(session);
  }
  return [...leaving].map(({ accountId }) => accountId);
}

function readiness({ phase, idleSince }: Standing): number {
  if (idleSince) return idleSince.getTime();
  return phase === 'opening' ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER;
}

function hasRested({ idleSince }: Standing, now: Date): boolean {
  return idleSince !== null && now.getTime() - idleSince.getTime() >= RESTED_MS;
}

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
 * Which sessions to give to other instances: what is above the fair share, the longest idle first, then those that have
 * not begun, then whoever fetches. Sessions that are on their way out have been given already.
 */
export function forOthers(
  sessions: readonly Standing[],
  spread: Pick<Spread, 'instances' | 'held' | 'mine'>,
): string[] {
  const staying = sessions.filter(({ phase }) => phase !== 'ending');
  const mine = spread.mine - (sessions.length - staying.length);
  const order = staying.toSorted((one, other) => readiness(one) - readiness(other));
  return order.slice(0, surplus({ ...spread, mine })).map(({ accountId }) => accountId);
}

/**
 * Which sessions to end until their next poll, so that accounts that wait at a crowded mail host get a connection: as
 * many as wait, the longest idle first.
 */
export function toMakeRoom(sessions: readonly Standing[], crowds: readonly Crowd[], now: Date): string[] {
  const rested = sessions
    .filter((session) => session.phase === 'idle' && hasRested(session, now))
    .toSorted((one, other) => readiness(one) - readiness(other))
    .map(({ accountId }) => accountId);
  return crowds.flatMap(({ waiting, mine }) => rested.filter((id) => mine.includes(id)).slice(0, waiting));
}

function readiness({ phase, idleSince }: Standing): number {
  if (idleSince) return idleSince.getTime();
  return phase === 'opening' ? Number.MAX_SAFE_INTEGER - 1 : Number.MAX_SAFE_INTEGER;
}

function hasRested({ idleSince }: Standing, now: Date): boolean {
  return idleSince !== null && now.getTime() - idleSince.getTime() >= RESTED_MS;
}

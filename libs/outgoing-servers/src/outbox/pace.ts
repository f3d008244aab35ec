/** What a limit counts: mails that are offered, or each recipient of each of them. */
export type Unit = 'mails' | 'recipients';

/** So many of a unit in any stretch of so many ms. */
export interface Limit {
  readonly counts: Unit;
  readonly most: number;
  readonly windowMs: number;
}

/** What was offered in the second that begins at `at`, in ms. */
export interface Slot {
  readonly at: number;
  readonly mails: number;
  readonly recipients: number;
}

/** The limits that a server may have; null is none. */
export interface Rates {
  readonly ownerId: string | null;
  readonly ratePerMinute: number | null;
  readonly ratePerHour: number | null;
  readonly ratePerDay: number | null;
  readonly recipientsPerDay: number | null;
}

const SECOND = 1_000;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * The limits of a server, the shortest window first. A server of somebody's own counts recipients in all of them: what
 * one person may do at once is how many people they reach.
 */
export function limitsOf(server: Rates): Limit[] {
  const counts = server.ownerId === null ? 'mails' : 'recipients';
  const all = [
    { counts, most: server.ratePerMinute, windowMs: MINUTE },
    { counts, most: server.ratePerHour, windowMs: 60 * MINUTE },
    { counts, most: server.ratePerDay, windowMs: DAY },
    { counts: 'recipients', most: server.recipientsPerDay, windowMs: DAY },
  ] as const;
  return all.flatMap(({ most, ...limit }) => (most === null ? [] : { ...limit, most }));
}

/** The most of a unit that may be offered at one moment; without limits there is no end. */
export function mostAtOnce(limits: readonly Limit[], unit: Unit): number {
  return Math.min(...limits.flatMap(({ counts, most }) => (counts === unit ? most : [])));
}

/** How much of a unit may be offered now; without limits there is no end. */
export function freeNow(limits: readonly Limit[], slots: readonly Slot[], now: number, unit: Unit): number {
  const frees = limits
    .filter(({ counts }) => counts === unit)
    .map(({ most, windowMs }) => {
      const counted = slots.filter(({ at }) => at + SECOND + windowMs > now);
      return most - counted.reduce((sum, slot) => sum + slot[unit], 0);
    });
  return Math.max(0, Math.min(...frees));
}

/**
 * When the next `count` of a unit may be offered, in ms, so that no window ever holds more than its limit: each counts
 * until its window is over, reckoned from the end of its second.
 */
export function turnsFor(
  limits: readonly Limit[],
  slots: readonly Slot[],
  { now, unit, count }: { readonly now: number; readonly unit: Unit; readonly count: number },
): number[] {
  const own = limits.filter(({ counts }) => counts === unit);
  const offered = slots
    .toSorted((a, b) => a.at - b.at)
    .flatMap((slot) => Array<number>(slot[unit]).fill(slot.at));
  const turns: number[] = [];
  for (let next = 0; next < count; next += 1) {
    const frees = own.map(({ most, windowMs }) => {
      const blocker = offered[offered.length - most];
      return blocker === undefined ? now : blocker + SECOND + windowMs;
    });
    const turn = Math.max(now, ...frees);
    turns.push(turn);
    offered.push(turn);
  }
  return turns;
}

/** So many mails (or recipients, where those are counted) in any stretch of so many ms. */
export interface Limit {
  readonly mails: number;
  readonly windowMs: number;
}

/** Mails that were offered in the second that begins at `at`, in ms. */
export interface Slot {
  readonly at: number;
  readonly mails: number;
}

/** The three limits that a server may have; null is none. */
export interface Rates {
  readonly ratePerMinute: number | null;
  readonly ratePerHour: number | null;
  readonly ratePerDay: number | null;
}

const SECOND = 1_000;
const MINUTE = 60_000;

/** The limits of a server, the shortest window first. */
export function limitsOf({ ratePerMinute, ratePerHour, ratePerDay }: Rates): Limit[] {
  const all = [
    { mails: ratePerMinute, windowMs: MINUTE },
    { mails: ratePerHour, windowMs: 60 * MINUTE },
    { mails: ratePerDay, windowMs: 24 * 60 * MINUTE },
  ];
  return all.flatMap(({ mails, windowMs }) => (mails === null ? [] : { mails, windowMs }));
}

/** The most that may be offered at one moment; without limits there is no end. */
export function mostAtOnce(limits: readonly Limit[]): number {
  return Math.min(...limits.map(({ mails }) => mails));
}

/**
 * When the next `count` mails may be offered, in ms, so that no window ever holds more than its limit: a mail counts
 * until its window is over, reckoned from the end of its second.
 */
export function turnsFor(
  limits: readonly Limit[],
  slots: readonly Slot[],
  now: number,
  count: number,
): number[] {
  const offered = slots
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ at, mails }) => Array<number>(mails).fill(at));
  const turns: number[] = [];
  for (let mail = 0; mail < count; mail += 1) {
    const frees = limits.map(({ mails, windowMs }) => {
      const blocker = offered[offered.length - mails];
      return blocker === undefined ? now : blocker + SECOND + windowMs;
    });
    const turn = Math.max(now, ...frees);
    turns.push(turn);
    offered.push(turn);
  }
  return turns;
}

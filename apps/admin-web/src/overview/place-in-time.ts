const DAY_MS = 86_400_000;
const YEAR_DAYS = 365;

/** The days from now that a line of time is marked at. */
export const MARKED_DAYS = [0, 7, 30, 90, YEAR_DAYS] as const;

/**
 * Where on a line from now to a year ahead something ends, in percent: the nearer, the more room a day has. What has
 * ended lies at the beginning, what ends later at the end.
 */
export function placeInTime(at: Date, now: Date): number {
  return placeOfDay((at.getTime() - now.getTime()) / DAY_MS);
}

/** The same for a distance in days. */
export function placeOfDay(days: number): number {
  const within = Math.min(Math.max(days, 0), YEAR_DAYS);
  return (Math.log1p(within / 3) / Math.log1p(YEAR_DAYS / 3)) * 100;
}

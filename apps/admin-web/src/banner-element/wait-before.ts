const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait before the next try after so many failures in a row: a second, doubled each time, a minute at most. Between
 * half of it and all of it, by chance: a thousand pages do not come back at one moment.
 */
export function waitBefore(failures: number, chance: number = Math.random()): number {
  const whole = Math.min(FIRST_MS * 2 ** failures, LONGEST_MS);
  return (whole * (1 + chance)) / 2;
}

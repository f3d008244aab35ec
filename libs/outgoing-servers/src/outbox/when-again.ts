import { retryDelay, type Problem } from '@mailroom/kernel';

const DAY_MS = 86_400_000;
/** RFC 5321 section 4.5.4.1: at least 4 to 5 days before giving up. */
export const PATIENCE_MS = 5 * DAY_MS;
const BY_ITSELF = { base: 30_000, cap: 3_600_000 };
const BY_PEOPLE = { base: 60_000, cap: 900_000 };

/**
 * How long a delayed mail waits, in ms; null when it has waited long enough to call it failed. What somebody has to
 * put right has no end: the mail stays visible, is looked at again every 15 minutes at the latest, and goes on sooner
 * when the cause is gone.
 */
export function whenAgain(
  problem: Pick<Problem, 'disposition'>,
  mail: { attempts: number; waitingSince: Date },
  now: Date,
  chance: () => number = Math.random,
): number | null {
  if (problem.disposition !== 'retry-later') return retryDelay(mail.attempts + 1, BY_PEOPLE, chance);
  if (now.getTime() - mail.waitingSince.getTime() > PATIENCE_MS) return null;
  return retryDelay(mail.attempts + 1, BY_ITSELF, chance);
}

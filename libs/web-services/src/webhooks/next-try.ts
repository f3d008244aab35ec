import { retryDelay } from '@mailroom/kernel';

const RETRY = { base: 10_000, cap: 4 * 3_600_000 };
/** A receiver that asks for more patience than this is asked sooner. */
const PATIENCE_SECONDS = 3_600;

/**
 * In how many ms a message is tried again after so many failed tries: 5 to 10 s at first, then twice as long each time up to four
 * hours, and not before a `Retry-After` in seconds (RFC 9110, section 10.2.3) of an hour at most.
 */
export function nextTry(
  attempts: number,
  retryAfter: string | null,
  chance: () => number = Math.random,
): number {
  const asked = /^\d{1,6}$/.test(retryAfter ?? '') ? Math.min(Number(retryAfter), PATIENCE_SECONDS) : 0;
  return Math.max(retryDelay(attempts, RETRY, chance), asked * 1_000);
}

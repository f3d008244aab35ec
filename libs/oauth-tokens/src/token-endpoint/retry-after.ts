const LONGEST_MS = 60 * 60 * 1000;

/**
 * What a Retry-After header asks for, in ms from `now` (RFC 9110 section 10.2.3: seconds or a date), at most an hour;
 * undefined when it says nothing usable.
 */
export function retryAfter(header: string | null, now: Date): number | undefined {
  if (header === null) return undefined;
  const asked = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(asked) && asked > 0 ? Math.min(asked, LONGEST_MS) : undefined;
}

/** Clocks that are this far apart tell the same time; more than that, and providers begin to refuse what we date. */
const TOLERANCE_MS = 60_000;

/**
 * How far our clock is ahead of the provider's by the `Date` of its answer (RFC 9110 section 6.6.1, whole seconds), in
 * ms: zero while that date fits between asking and hearing, negative when we are behind, undefined without a date.
 */
export function clockSkew(date: string | null, askedAt: Date, heardAt: Date): number | undefined {
  const theirs = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(theirs)) return undefined;
  if (heardAt.getTime() < theirs) return heardAt.getTime() - theirs;
  return Math.max(0, askedAt.getTime() - (theirs + 1_000));
}

/** Is one of the two clocks wrong, ours or the provider's? Not when nobody said. */
export function clocksDiffer(skewMs: number | undefined): boolean {
  return skewMs !== undefined && Math.abs(skewMs) > TOLERANCE_MS;
}

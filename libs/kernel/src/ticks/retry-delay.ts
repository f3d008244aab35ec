/**
 * How long to wait before try number `attempt` (1 = first retry): `base * 2^(attempt-1)`, at most `cap`, with the
 * upper half left to chance so that a crowd that failed together does not come back together. All in ms.
 */
export function retryDelay(
  attempt: number,
  { base, cap }: { base: number; cap: number },
  chance: () => number = Math.random,
): number {
  const full = Math.min(cap, base * 2 ** Math.min(attempt - 1, 30));
  return Math.round(full / 2 + (full / 2) * chance());
}

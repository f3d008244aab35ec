import { type KeyProgress } from '../api/shapes.js';

/** What can be said of the keys in one sentence, by what they hold. */
export type KeyAdvice =
  | { readonly kind: 'nothing-sealed' }
  /** Everything is with the current key: all others may be taken away. */
  | { readonly kind: 'only-current' }
  /** These still hold something that can be sealed again. */
  | { readonly kind: 'keep'; readonly keys: readonly string[] }
  /** Only what cannot be opened is left with other keys. */
  | { readonly kind: 'stuck'; readonly keys: readonly string[] };

/** Which old keys may be taken out of the ring now. */
export function keyAdvice({ byKey, total, lastRun }: KeyProgress): KeyAdvice {
  if (total === 0) return { kind: 'nothing-sealed' };
  const others = byKey.filter(({ current }) => !current);
  if (others.length === 0) return { kind: 'only-current' };
  const named = (shares: typeof others): string[] => shares.flatMap(({ keyId }) => keyId ?? []);
  const needed = others.filter(({ inRing }) => inRing);
  const left = needed.reduce((sum, { count }) => sum + count, 0);
  const unopened = lastRun?.unreadable.filter(({ keyId }) => needed.some((share) => share.keyId === keyId));
  const stuck = lastRun?.state === 'ended' && left === (unopened?.length ?? 0);
  if (needed.length > 0 && !stuck) return { kind: 'keep', keys: named(needed) };
  return { kind: 'stuck', keys: named(others) };
}

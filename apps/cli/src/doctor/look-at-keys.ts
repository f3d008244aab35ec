import { type KeyProgress, type UnreadableSecret } from '@mailroom/kernel';
import { fault, fine, type Finding, warning } from './finding.js';

/** Names that are said; the page of the keys has all of them. */
const NAMED = 5;

/**
 * Whether this process can open everything that is sealed, and whether old keys are still needed. `spoilt` are envelopes
 * that were tried and do not open although the ring holds a key of that id.
 */
export function lookAtKeys(progress: KeyProgress, spoilt: readonly UnreadableSecret[]): Finding {
  const { total, done, unreadable, byKey, currentKeyId } = progress;
  const check = 'sealed secrets';
  const missing = byKey.filter(({ inRing }) => !inRing).map(({ keyId }) => keyId ?? 'no envelope');
  if (unreadable > 0) {
    return fault(
      check,
      `${unreadable} of ${total} are sealed with keys that this ring does not hold (${missing.join(', ')}).`,
      'Put the keys back into the ring of every process: nobody has to connect again.',
    );
  }
  if (spoilt.length > 0) {
    const names = spoilt.slice(0, NAMED).map(({ owner }) => `${owner.kind} ${owner.name}`);
    const more = spoilt.length > NAMED ? ', …' : '';
    return fault(
      check,
      `${spoilt.length} of ${total} do not open with the key that they name (${names.join(', ')}${more}).`,
      'Another key has the same id in this ring, or rows were copied by hand: give the ring the right bytes, else enter those again.',
    );
  }
  if (done < total) {
    return warning(
      check,
      `${total - done} of ${total} are still sealed with older keys.`,
      `mailroom keys rotate seals them with ${currentKeyId}; then the older keys may go.`,
    );
  }
  return fine(check, `All ${total} are sealed with ${currentKeyId}.`);
}

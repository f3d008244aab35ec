import { type KeyProgress } from '@mailroom/kernel';
import { fault, fine, type Finding, warning } from './finding.js';

/** Whether this process can open everything that is sealed, and whether old keys are still needed. */
export function lookAtKeys({ total, done, unreadable, byKey, currentKeyId }: KeyProgress): Finding {
  const check = 'sealed secrets';
  const missing = byKey.filter(({ inRing }) => !inRing).map(({ keyId }) => keyId ?? 'no envelope');
  if (unreadable > 0) {
    return fault(
      check,
      `${unreadable} of ${total} are sealed with keys that this ring does not hold (${missing.join(', ')}).`,
      'Put the keys back into the ring of every process: nobody has to connect again.',
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

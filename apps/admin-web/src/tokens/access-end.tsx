import { MomentText, useNow } from '../furniture/moment-text.js';
import { words } from '../i18n/words.js';
import { isPast } from './token-status.js';

const { ends } = words.tokens;

/** When the access token ends or ended, the date at hand. */
export function AccessEnd({ at }: { at: string }) {
  return (
    <>
      {isPast(at, useNow()) ? ends.past : ends.future} <MomentText at={at} />
    </>
  );
}

import { asProblem } from '../api/problem.js';
import { tell } from '../i18n/sentence.js';
import { words } from '../i18n/words.js';
import { showNotice } from './notice-place.js';
import { ProblemCode } from './problem-code.js';

const closing = { closeButtonProps: { 'aria-label': words.close } };

/** Says at the edge of the page that something went well. */
export function notifyDone(message: string): void {
  void showNotice({ message, color: 'green', ...closing });
}

/** Says at the edge of the page that something went otherwise than wished; the page itself says why. */
export function notifyTrouble(message: string): void {
  void showNotice({ message, color: 'red', autoClose: 10_000, ...closing });
}

/**
 * Says at the edge of the page what a call failed with, for calls without a place of their own for it. It stays until somebody
 * closes it: nothing else says why. The same problem takes the place of itself.
 */
export function notifyProblem(error: unknown): void {
  const { code, correlationId, ...problem } = asProblem(error);
  const { says, cure } = tell({ code, ...problem });
  const message = (
    <>
      {cure !== undefined && <p>{cure}</p>}
      <ProblemCode code={code} correlationId={correlationId} />
    </>
  );
  void showNotice({
    id: `problem ${code}`,
    title: says,
    message,
    color: 'red',
    autoClose: false,
    ...closing,
  });
}

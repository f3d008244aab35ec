import { useState } from 'react';
import { asProblem } from '../api/problem.js';

// The server binds a token to the host it was chosen for: another host wants it chosen once more.
const CODES = new Set(['token-required-for-new-origin', 'token-needed-again', 'invoker-token-needed-again']);

interface TokenForm {
  setFieldValue(path: 'tokenId', value: string): void;
}

/** Empties the choice of a token when the server asks for it again, so that choosing it is a decision. */
export function useTokenAgain(form: TokenForm) {
  const [tokenAgain, setTokenAgain] = useState(false);
  const notice = (error: unknown) => {
    if (!CODES.has(asProblem(error).code)) return;
    form.setFieldValue('tokenId', '');
    setTokenAgain(true);
  };
  return { tokenAgain, notice, settled: () => setTokenAgain(false) };
}

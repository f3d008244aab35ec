/** `ok`; `warning`: works, but not for long or not for all; `fault`: mail does not flow, or strangers get in, until it is mended. */
export type Verdict = 'ok' | 'warning' | 'fault';

/** What one look came to. */
export interface Finding {
  /** What was looked at: `database`, `clock`, `provider login.example`. */
  readonly check: string;
  readonly verdict: Verdict;
  /** What is so, in one sentence. */
  readonly says: string;
  /** What to do about it; null where nothing is to be done. */
  readonly cure: string | null;
}

/** Nothing to be done. */
export function fine(check: string, says: string): Finding {
  return { check, verdict: 'ok', says, cure: null };
}

/** Works, but somebody should see to it. */
export function warning(check: string, says: string, cure: string): Finding {
  return { check, verdict: 'warning', says, cure };
}

/** Does not work. */
export function fault(check: string, says: string, cure: string): Finding {
  return { check, verdict: 'fault', says, cure };
}

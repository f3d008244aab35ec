import { type Problem } from '@mailroom/kernel';

/** Who is left alone besides the account whose session was told so. */
export interface Hush {
  /** All that share its connection limit, or all with its login at its host. */
  readonly among: 'limit' | 'login';
  /** Sessions that run end, too; else only new ones wait. */
  readonly running: boolean;
}

const HUSHES = new Map<string, Hush>([
  ['mailbox-throttled', { among: 'limit', running: true }],
  // What is connected may stay so.
  ['mailbox-connection-limit', { among: 'limit', running: false }],
  // Google counts bytes by mailbox.
  ['mailbox-bandwidth-exceeded', { among: 'login', running: true }],
]);

/** Whom a failure concerns besides its own account: null when nobody, or when the provider's time is over. */
export function hushOf({ code, params }: Pick<Problem, 'code' | 'params'>): Hush | null {
  const wish = params['retryAfterMs'];
  return typeof wish === 'number' && wish > 0 ? (HUSHES.get(code) ?? null) : null;
}

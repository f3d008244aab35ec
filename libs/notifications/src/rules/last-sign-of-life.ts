import { type AccountHealthRow } from '@mailroom/mail-accounts';

/**
 * Since when an account has been silent: its last success, the last mail taken (a first fetch of thousands succeeds at
 * its end), or when it went live again after a pause, or its token after a reconnect. Null while it is not live.
 */
export function lastSignOfLife(
  { state, lastSuccessAt, lastTakenAt, liveSince }: AccountHealthRow,
  tokenLiveSince: Date | null,
): Date | null {
  return state === 'live' ? latest(lastSuccessAt, lastTakenAt, liveSince, tokenLiveSince) : null;
}

/** The latest of these; null when there is none. */
export function latest(...instants: readonly (Date | null)[]): Date | null {
  return instants.reduce((a, b) => (!a || (b && b > a) ? b : a), null);
}

import { type ImapFlow } from 'imapflow';

/** A pause that is no longer than this is waited out with the connection open, as imapflow does by itself. */
const SHORT_MS = 5_000;

const PAUSES = new WeakMap<ImapFlow, number>();

/** What a throttled command fails with, as imapflow would say it at last. */
class Throttled extends Error {
  override readonly name = 'Throttled';
  readonly code = 'ETHROTTLE';

  /** How long the provider wants to be left alone, in ms. */
  constructor(readonly throttleReset: number) {
    super('Request is throttled');
  }
}

/**
 * Takes an entry of imapflow's log: where it is about to sit out a long throttle in the middle of a command (up to five
 * minutes, four times over), it hangs up instead, and what was asked fails with the time that the provider named.
 */
export function endWhenThrottled(client: ImapFlow, entry: unknown): void {
  const pause = pauseOf(entry);
  if (pause <= SHORT_MS || PAUSES.has(client)) return;
  PAUSES.set(client, pause);
  // It begins to wait right after it said so, and only a wait that has begun ends with the connection.
  queueMicrotask(() => client.close());
}

/** How the provider ended this connection by throttling it; null when it did not. */
export function throttleOf(client: ImapFlow): Error | null {
  const pause = PAUSES.get(client);
  return pause === undefined ? null : new Throttled(pause);
}

function pauseOf(entry: unknown): number {
  const pause =
    typeof entry === 'object' && entry !== null && 'throttleDelay' in entry ? entry.throttleDelay : 0;
  return typeof pause === 'number' && Number.isSafeInteger(pause) ? pause : 0;
}

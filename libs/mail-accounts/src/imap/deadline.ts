import { type ImapFlow } from 'imapflow';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { throttleOf } from './throttle.js';

/** A server that says nothing for this long in the middle of an answer is given up. */
export const PATIENCE_MS = 120_000;
/** A server that is as slow as that is left alone for a while. */
const LEAVE_ALONE_MS = 60_000;

/** Hangs up when the server is silent for so long, PATIENCE_MS, while it is its turn. Always `stop` it. */
export class Patience {
  readonly #timer: NodeJS.Timeout;
  #itsTurn = true;
  #over = false;

  constructor(
    private readonly client: ImapFlow,
    milliseconds = PATIENCE_MS,
  ) {
    this.#timer = setTimeout(() => {
      if (!this.#itsTurn) return;
      this.#over = true;
      client.close();
    }, milliseconds);
  }

  /** It said something, now it is our turn; time does not count. */
  ourTurn(): void {
    this.#itsTurn = false;
  }

  /** We are listening again. */
  itsTurn(): void {
    this.#itsTurn = true;
    if (!this.#over) this.#timer.refresh();
  }

  /** What to throw for `error`: our own word when it was us who hung up, the provider's when it throttled us. */
  blame(error: unknown): unknown {
    if (!this.#over) return throttleOf(this.client) ?? error;
    return mailAccountProblem('mailbox-too-slow', {
      disposition: 'retry-later',
      params: { retryAfterMs: LEAVE_ALONE_MS },
      cause: error,
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}

/** One command and its answer, within `milliseconds`. Throws problem `mailbox-too-slow`, having hung up. */
export async function answered<T>(
  client: ImapFlow,
  command: Promise<T>,
  milliseconds = PATIENCE_MS,
): Promise<T> {
  const patience = new Patience(client, milliseconds);
  try {
    return await command;
  } catch (error) {
    throw patience.blame(error);
  } finally {
    patience.stop();
  }
}

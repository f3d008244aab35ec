import { type ClaimedMail } from './claimed-mail.js';
import { type Road } from './road-map.js';

/** One mail and its way out. */
export interface Errand {
  readonly mail: ClaimedMail;
  readonly road: Road;
  /** It may be offered to no more of its recipients now. */
  readonly atMost?: number;
}

/** What a crew needs from the house. None of these throw. */
export interface CrewTools {
  /** Sends one mail and writes down what became of it; false when the server wants to be left alone. */
  readonly send: (errand: Errand, signal: AbortSignal) => Promise<boolean>;
  /** Puts back what was not offered. */
  readonly putBack: (mails: readonly ClaimedMail[]) => Promise<void>;
  /** There is room for more. */
  readonly hungry: () => void;
}

/** Mails claimed ahead for each connection, so that none waits for the database. */
const AHEAD = 8;
/** With fewer than so many left for each connection more are asked for. */
const HUNGRY_BELOW = 2;

/**
 * The connections of this process to one server, each a hand that sends one mail after the other. A hand takes the next
 * mail only when what became of the one before is durable: a process that dies leaves at most one mail per hand in doubt.
 */
export class Crew {
  readonly #waiting: Errand[] = [];
  readonly #abort = new AbortController();
  readonly #hands = new Set<Promise<void>>();
  #closed = false;
  #size = 0;

  constructor(private readonly tools: CrewTools) {}

  /** How many mails it would take on beyond those it has, with so many hands: none before it is hungry, then many at once. */
  roomFor(hands: number): number {
    this.#size = hands;
    if (this.#closed || this.#waiting.length >= hands * HUNGRY_BELOW) return 0;
    return Math.max(0, hands * (AHEAD + 1) - this.#waiting.length - this.#hands.size);
  }

  /** How many of so many hands have nothing to do. */
  idleOf(hands: number): number {
    this.#size = hands;
    return this.#closed ? 0 : Math.max(0, hands - this.#waiting.length - this.#hands.size);
  }

  /** Takes on mails, in their order. */
  take(errands: readonly Errand[]): void {
    this.#waiting.push(...errands);
    this.fill();
  }

  /** Takes no more, puts back what waits, gives the hands so many ms and then breaks off. */
  async close(milliseconds: number): Promise<void> {
    this.#closed = true;
    await this.dropWaiting();
    const timer = setTimeout(() => this.#abort.abort(new Error('shutting down')), milliseconds);
    await Promise.race([
      Promise.all(this.#hands),
      new Promise((resolve) => setTimeout(resolve, milliseconds + 1_000).unref()),
    ]);
    clearTimeout(timer);
  }

  private fill(): void {
    while (this.#waiting.length > 0 && this.#hands.size < this.#size) this.start();
  }

  private start(): void {
    const hand = this.work().finally(() => {
      this.#hands.delete(hand);
      // What came in the moment in which it let go.
      this.fill();
    });
    this.#hands.add(hand);
  }

  private async work(): Promise<void> {
    for (let next = this.#waiting.shift(); next; next = this.next()) {
      const welcome = await this.tools.send(next, this.#abort.signal);
      if (!welcome) await this.dropWaiting();
    }
    // The last hand of a crew that has been reduced to none leaves nothing behind.
    if (this.#size === 0) await this.dropWaiting();
    if (!this.#closed) this.tools.hungry();
  }

  private next(): Errand | undefined {
    if (this.#closed || this.#hands.size > this.#size) return undefined;
    const next = this.#waiting.shift();
    if (this.#waiting.length < this.#size * HUNGRY_BELOW) this.tools.hungry();
    return next;
  }

  private async dropWaiting(): Promise<void> {
    await this.tools.putBack(this.#waiting.splice(0).map(({ mail }) => mail));
  }
}

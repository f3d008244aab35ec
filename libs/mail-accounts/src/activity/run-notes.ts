import { type DeliveryOutcome } from '../deliveries/delivery.js';

/** What a run is doing. They may overlap: mail is fetched while the group before it commits. */
export const RUN_PHASES = ['connect', 'sign-in', 'look', 'fetch', 'commit', 'dispose'] as const;
export type RunPhase = (typeof RUN_PHASES)[number];

/**
 * What somebody may want to know of a run afterwards, noted while it goes on: in memory, for nothing. `changed`
 * is called whenever there is something new; `now` answers milliseconds that never go back.
 */
export class RunNotes {
  readonly outcomes: Partial<Record<DeliveryOutcome, number>> = {};
  readonly spent: Partial<Record<RunPhase, number>> = {};
  #phase: RunPhase = 'connect';
  #since: number;
  #waiting = 0;
  #mails = 0;
  #bytes = 0;

  constructor(
    private readonly changed: () => void = () => undefined,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#since = now();
  }

  get phase(): RunPhase {
    return this.#phase;
  }

  /** Mails that were found and are to be fetched in this run. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Mails that are in the ledger now and were not before. */
  get mails(): number {
    return this.#mails;
  }

  /** Of those, bytes on the wire. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Nothing was found and nothing was written. */
  get isQuiet(): boolean {
    return this.#waiting === 0 && this.#mails === 0;
  }

  /** From here on it does something else. */
  enter(phase: RunPhase): void {
    const now = this.now();
    this.add(this.#phase, now - this.#since);
    this.#phase = phase;
    this.#since = now;
    this.changed();
  }

  /** The end of the last phase. */
  close(): void {
    this.enter(this.#phase);
  }

  /** Times work that goes on beside the phase. */
  async beside<T>(phase: RunPhase, work: Promise<T>): Promise<T> {
    const since = this.now();
    try {
      return await work;
    } finally {
      this.add(phase, this.now() - since);
    }
  }

  /** So many mails were found. */
  found(mails: number): void {
    this.#waiting += mails;
    this.changed();
  }

  /** So many of those that were found are for a later turn, which finds them again. */
  putOff(mails: number): void {
    this.found(-mails);
  }

  /** These lines were committed to the ledger. */
  committed(
    rows: readonly { readonly size: number; readonly verdict: { readonly outcome: DeliveryOutcome } }[],
  ): void {
    for (const { size, verdict } of rows) {
      this.outcomes[verdict.outcome] = (this.outcomes[verdict.outcome] ?? 0) + 1;
      this.#bytes += verdict.outcome === 'oversized' ? 0 : size;
    }
    this.#mails += rows.length;
    this.changed();
  }

  private add(phase: RunPhase, milliseconds: number): void {
    this.spent[phase] = (this.spent[phase] ?? 0) + milliseconds;
  }
}

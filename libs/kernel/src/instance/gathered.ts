import { setTimeout as pause } from 'node:timers/promises';

/** How long more of the same is waited for, in ms. */
const GATHER_MS = 50;

/**
 * Ids that come one by one, done together: what came within 50 ms, and while the work before was going on, is one piece
 * of work. Two pieces never go at once. A thousand tokens that live again after an outage take some statements, not some
 * thousands. The work deals with its own errors.
 */
export class Gathered {
  readonly #ids = new Set<string>();
  #going = false;
  #stopped = false;

  constructor(private readonly work: (ids: readonly string[]) => Promise<void>) {}

  add(id: string): void {
    this.#ids.add(id);
    if (!this.#going) void this.go();
  }

  /** Nothing is begun any more. */
  stop(): void {
    this.#stopped = true;
  }

  private async go(): Promise<void> {
    this.#going = true;
    try {
      while (this.#ids.size > 0) await this.next();
    } finally {
      this.#going = false;
    }
  }

  private async next(): Promise<void> {
    // Nothing is lost when a process ends before: a hint may always be lost.
    await pause(GATHER_MS, undefined, { ref: false });
    const ids = [...this.#ids];
    this.#ids.clear();
    if (!this.#stopped) await this.work(ids);
  }
}

import { kernelProblem } from '../problems/kernel-problems.js';

const WAIT_MS = 30_000;

/** A counted gate, first come first served. */
export class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly count: number) {
    this.#free = count;
  }

  /** How many there are, how many are taken, and who waits. */
  get usage(): { readonly limit: number; readonly inUse: number; readonly waiting: number } {
    return { limit: this.count, inUse: this.count - this.#free, waiting: this.#waiting.length };
  }

  /** Waits for a slot and answers the function that gives it back. Throws problem `database-busy` after 30 s. */
  async take(): Promise<() => void> {
    if (this.#free > 0) this.#free -= 1;
    else await this.queue();
    let held = true;
    return () => {
      if (held) this.giveBack();
      held = false;
    };
  }

  private queue(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(kernelProblem('database-busy', { disposition: 'retry-later' }));
      }, WAIT_MS);
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.push(enter);
    });
  }

  private giveBack(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}

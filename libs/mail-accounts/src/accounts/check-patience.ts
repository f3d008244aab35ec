import { type Problem } from '@mailroom/kernel';
import { mailAccountProblem } from '../mail-accounts-problems.js';

const STEP_MS = 20_000;
const WHOLE_MS = 60_000;

/**
 * How long a check waits for a server: for each step, and for all of them together, and no longer than whoever asked does
 * (`hangUp`). Always `stop` it.
 */
export class CheckPatience {
  readonly #over = new AbortController();
  readonly #signal: AbortSignal;
  readonly #step = setTimeout(() => this.#over.abort(), STEP_MS);
  readonly #whole = setTimeout(() => this.#over.abort(), WHOLE_MS);

  constructor(hangUp?: AbortSignal) {
    this.#signal = hangUp ? AbortSignal.any([hangUp, this.#over.signal]) : this.#over.signal;
  }

  /** Aborts when it is over. */
  get signal(): AbortSignal {
    return this.#signal;
  }

  /** A step was passed; the next one has its own time. */
  nextStep(): void {
    if (!this.signal.aborted) this.#step.refresh();
  }

  /** What to say of `problem`: `mailbox-too-slow` when it was us who hung up. */
  blame(problem: Problem): Problem {
    if (!this.signal.aborted) return problem;
    return mailAccountProblem('mailbox-too-slow', {
      disposition: 'retry-later',
      params: problem.params,
      cause: problem,
    });
  }

  stop(): void {
    clearTimeout(this.#step);
    clearTimeout(this.#whole);
  }
}

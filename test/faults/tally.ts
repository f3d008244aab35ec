import { type Verdict } from './judge.js';

/** What came of one fault. */
export interface Result extends Verdict {
  /** Kind and place, as somebody would look for it: `cut seen server 17 half: * 1 FETCH …`. */
  readonly fault: string;
  /** Mailroom did not come to rest after it; says what it was waiting for. */
  readonly unrest: string | null;
}

/** Adds up what the faults did. */
export class Tally {
  faults = 0;
  readonly #counts = { lost: 0, double: 0, misplaced: 0, restless: 0 };

  add({ lost, double, misplaced, unrest }: Result): void {
    this.faults += 1;
    this.#counts.lost += lost.length;
    this.#counts.double += double.length;
    this.#counts.misplaced += misplaced.length;
    this.#counts.restless += unrest === null ? 0 : 1;
  }

  /** Nothing went wrong in at least one fault. */
  get isClean(): boolean {
    return this.faults > 0 && Object.values(this.#counts).every((count) => count === 0);
  }

  /** The last line of a run, as JSON. What should not be there at all is only named when it is. */
  line(): string {
    const { lost, double, misplaced, restless } = this.#counts;
    return JSON.stringify({
      faults: this.faults,
      lost,
      double,
      ...(misplaced > 0 ? { misplaced } : {}),
      ...(restless > 0 ? { restless } : {}),
    });
  }
}

/** Nothing is wrong. */
export function isWell(result: Result): boolean {
  return complaints(result).length === 0;
}

/** Everything that is wrong with a result, at most a few lines of it. */
export function complaints({ lost, double, misplaced, unrest }: Result): string[] {
  return [
    ...lost.slice(0, 5).map((id) => `lost: ${id}`),
    ...double.slice(0, 5).map((id) => `double: ${id}`),
    ...misplaced.slice(0, 8).map((words) => `mailbox: ${words}`),
    ...(unrest === null ? [] : [`no rest: ${unrest}`]),
  ];
}

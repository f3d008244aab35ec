import { inTime } from '@mailroom/kernel';

/** Lets many callers share one piece of work in progress. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, Promise<T>>();

  /** Joins the work in progress under `key`, or starts it. */
  join(key: string, work: () => Promise<T>): Promise<T> {
    const flying = this.#flights.get(key);
    if (flying) return flying;
    const flight = work().finally(() => this.#flights.delete(key));
    this.#flights.set(key, flight);
    return flight;
  }

  /** Resolves when everything in progress has ended, well or badly, or after `milliseconds`. */
  async landed(milliseconds: number): Promise<void> {
    await inTime(Promise.allSettled(this.#flights.values()), milliseconds, () => undefined);
  }
}

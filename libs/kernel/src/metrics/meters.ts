import { Injectable } from '@nestjs/common';
import { Counter, Histogram } from './meter.js';
import { type LabelValues, type MetricFamily } from './metric-family.js';

/** From a millisecond to ten minutes: what waits for a database, a provider or a mail server. */
const SECONDS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 600];

/** The counters of this process. Whoever counts asks for its meter once, when it is made. Names are unique. */
@Injectable()
export class Meters {
  readonly #meters = new Map<string, Counter | Histogram>();

  /** `name` ends in `_total`. Label values that are not among `values` count as `other`. */
  counter(name: `mailroom_${string}_total`, help: string, values: LabelValues = {}): Counter {
    return this.known(name, new Counter({ name, help }, values));
  }

  /** `name` ends in `_seconds`. */
  histogram(name: `mailroom_${string}_seconds`, help: string, values: LabelValues = {}): Histogram {
    return this.known(name, new Histogram({ name, help }, values, SECONDS));
  }

  /** All of them as of now, by name. */
  families(): MetricFamily[] {
    const families = [...this.#meters.values()].map((meter) => meter.family());
    return families.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  private known<Meter extends Counter | Histogram>(name: string, meter: Meter): Meter {
    if (this.#meters.has(name)) throw new Error(`The meter ${name} is there already.`);
    this.#meters.set(name, meter);
    return meter;
  }
}

import { type Labels, type LabelValues, type MetricFamily, type Sample } from './metric-family.js';

/** A label value that nobody foresaw: the number of series stays what it is. */
const OTHER = 'other';

/** Counts what happens in this process, from its start on. */
export class Counter {
  readonly #series: Series<{ value: number }>;

  constructor(
    private readonly about: Pick<MetricFamily, 'name' | 'help'>,
    values: LabelValues,
  ) {
    this.#series = new Series(values, () => ({ value: 0 }));
  }

  add(labels: Labels = {}, by = 1): void {
    this.#series.of(labels).value += by;
  }

  family(): MetricFamily {
    const samples = this.#series.all().map(({ labels, held }) => ({ labels, value: held.value }));
    return { ...this.about, type: 'counter', samples };
  }
}

/** Counts how long things took, in seconds, by buckets that the last one closes at infinity. */
export class Histogram {
  readonly #series: Series<{ readonly counts: number[]; sum: number }>;

  constructor(
    private readonly about: Pick<MetricFamily, 'name' | 'help'>,
    values: LabelValues,
    private readonly bounds: readonly number[],
  ) {
    this.#series = new Series(values, () => ({ counts: [...bounds, Infinity].map(() => 0), sum: 0 }));
  }

  observe(labels: Labels, seconds: number): void {
    const held = this.#series.of(labels);
    const place = this.bounds.findIndex((bound) => seconds <= bound);
    const bucket = place === -1 ? this.bounds.length : place;
    held.counts[bucket] = (held.counts[bucket] ?? 0) + 1;
    held.sum += seconds;
  }

  family(): MetricFamily {
    const samples = this.#series.all().flatMap(({ labels, held }) => this.samples(labels, held));
    return { ...this.about, type: 'histogram', samples };
  }

  // Buckets are cumulative: each counts everything up to its bound.
  private samples(labels: Labels, { counts, sum }: { counts: readonly number[]; sum: number }): Sample[] {
    let value = 0;
    const buckets = [...this.bounds, Infinity].map((bound, index): Sample => {
      value += counts[index] ?? 0;
      const le = bound === Infinity ? '+Inf' : String(bound);
      return { suffix: '_bucket', labels: { ...labels, le }, value };
    });
    return [...buckets, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value }];
  }
}

/** What is held for each combination of label values, all of them from the beginning: a rate needs a zero to start from. */
class Series<Held> {
  readonly #byKey = new Map<string, { labels: Labels; held: Held }>();

  constructor(
    private readonly values: LabelValues,
    private readonly fresh: () => Held,
  ) {
    for (const labels of combinations(values)) this.of(labels);
  }

  of(labels: Labels): Held {
    const names = Object.entries(this.values).map(([name, known]) => {
      const value = labels[name] ?? OTHER;
      return [name, known.includes(value) ? value : OTHER] as const;
    });
    const key = names.map(([, value]) => value).join('\n');
    const found = this.#byKey.get(key) ?? { labels: Object.fromEntries(names), held: this.fresh() };
    this.#byKey.set(key, found);
    return found.held;
  }

  all(): { labels: Labels; held: Held }[] {
    return [...this.#byKey.values()];
  }
}

function combinations(values: LabelValues): Labels[] {
  return Object.entries(values).reduce<Labels[]>(
    (made, [name, known]) => made.flatMap((labels) => known.map((value) => ({ ...labels, [name]: value }))),
    [{}],
  );
}

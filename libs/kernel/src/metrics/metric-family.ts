/** The values of a label, all of them: what a metric can be split by is known before anything happens. */
export type LabelValues = Readonly<Record<string, readonly string[]>>;

/** Which value each label has. */
export type Labels = Readonly<Record<string, string>>;

/** One number of a metric. */
export interface Sample {
  /** What follows the name of the metric: `_bucket`, `_sum`, `_count` of a histogram, nothing of the others. */
  readonly suffix?: '_bucket' | '_sum' | '_count';
  readonly labels: Labels;
  readonly value: number;
}

/** A metric with all its numbers as of now. Names follow the conventions of Prometheus: base units, `_total` for counters. */
export interface MetricFamily {
  readonly name: `mailroom_${string}`;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly samples: readonly Sample[];
}

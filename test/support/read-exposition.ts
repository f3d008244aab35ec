/** A family of metrics, read from text. */
export interface ReadFamily {
  readonly type: string;
  readonly help: string;
  /** The value with exactly these labels; undefined when there is none. */
  of(labels: Readonly<Record<string, string>>, suffix?: string): number | undefined;
}

const HELP = /^# HELP (\w+) (.+)$/;
const TYPE = /^# TYPE (\w+) (counter|gauge|histogram|summary|untyped)$/;
const SAMPLE =
  /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? (NaN|[+-]Inf|-?[\d.]+(?:e[+-]?\d+)?)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\"n])*)"/g;

/**
 * Reads Prometheus's text format 0.0.4 and throws at the first line that is none: HELP and TYPE once and first, samples of
 * that family only, none twice, histograms that end at +Inf with their count.
 */
export function readExposition(text: string): Map<string, ReadFamily> {
  if (!text.endsWith('\n')) throw new Error('The last line does not end.');
  const families = new Map<string, Family>();
  let current: Family | undefined;
  for (const line of text.slice(0, -1).split('\n')) {
    const [, name = '', help = ''] = HELP.exec(line) ?? [];
    if (name !== '') {
      if (families.has(name)) throw new Error(`${name} comes twice.`);
      current = new Family(name, help);
      families.set(name, current);
    } else if (!current) throw new Error(`No family yet: ${line}`);
    else current.take(line);
  }
  for (const family of families.values()) family.check();
  return families;
}

class Family implements ReadFamily {
  type = '';
  readonly #values = new Map<string, number>();

  constructor(
    private readonly name: string,
    readonly help: string,
  ) {}

  of(labels: Readonly<Record<string, string>>, suffix = ''): number | undefined {
    return this.#values.get(keyOf(suffix, labels));
  }

  take(line: string): void {
    const [, name, type] = TYPE.exec(line) ?? [];
    if (type !== undefined) {
      if (name !== this.name || this.type !== '') throw new Error(`TYPE in the wrong place: ${line}`);
      this.type = type;
      return;
    }
    const [, sample = '', labels = '', value] = SAMPLE.exec(line) ?? [];
    if (this.type === '' || !this.suffixes().some((suffix) => sample === this.name + suffix))
      throw new Error(`No sample of ${this.name}: ${line}`);
    const pairs = [...labels.matchAll(LABEL)].map(([, label = '', text = '']) => [label, text] as const);
    const key = keyOf(sample.slice(this.name.length), Object.fromEntries(pairs));
    if (this.#values.has(key)) throw new Error(`Twice: ${line}`);
    this.#values.set(key, value === '+Inf' ? Infinity : Number(value));
  }

  check(): void {
    if (this.#values.size === 0) throw new Error(`${this.name} has no samples.`);
    if (this.type !== 'histogram') return;
    for (const [key, value] of this.#values) {
      if (!key.includes('"le","+Inf"')) continue;
      const labels = (JSON.parse(key) as [string, [string, string][]])[1].filter(([label]) => label !== 'le');
      const count = this.of(Object.fromEntries(labels), '_count');
      if (count !== value)
        throw new Error(`${this.name}: ${count} observations, ${value} in the last bucket.`);
    }
  }

  private suffixes(): string[] {
    return this.type === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
  }
}

function keyOf(suffix: string, labels: Readonly<Record<string, string>>): string {
  return JSON.stringify([suffix, Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

interface Line {
  open: number;
  /** When it last got a turn, in turns. */
  servedAt: number;
  readonly waiting: (() => void)[];
}

/**
 * Turns at something costly: so many at a time, and so many for each key, so that those who wait for one slow mail host
 * do not keep everybody else waiting. Keys take turns; within a key it goes by arrival.
 */
export class Turns {
  readonly #lines = new Map<string, Line>();
  #open = 0;
  #served = 0;

  constructor(
    private readonly total: number,
    private readonly perKey: number,
  ) {}

  /** Waits for a turn and answers the function that ends it, which may be called more than once. */
  async take(key: string): Promise<() => void> {
    const line = this.#lines.get(key) ?? { open: 0, servedAt: 0, waiting: [] };
    this.#lines.set(key, line);
    await new Promise<void>((enter) => {
      line.waiting.push(enter);
      this.admit();
    });
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.end(key, line);
    };
  }

  private end(key: string, line: Line): void {
    line.open -= 1;
    this.#open -= 1;
    if (line.open === 0 && line.waiting.length === 0) this.#lines.delete(key);
    this.admit();
  }

  private admit(): void {
    while (this.#open < this.total) {
      const [line] = [...this.#lines.values()]
        .filter(({ open, waiting }) => waiting.length > 0 && open < this.perKey)
        .toSorted((one, other) => one.servedAt - other.servedAt);
      if (!line) return;
      line.open += 1;
      line.servedAt = this.#served += 1;
      this.#open += 1;
      line.waiting.shift()?.();
    }
  }
}

interface Waiting {
  readonly amount: number;
  readonly enter: () => void;
}

/**
 * So much and no more at a time (bytes in flight, connections being opened), first come first served. Whoever wants
 * more than there is at all gets everything, alone.
 */
export class Allowance {
  readonly #waiting: Waiting[] = [];
  #free: number;

  constructor(private readonly total: number) {
    this.#free = total;
  }

  /** Waits until `amount` is free and answers the function that gives it back, once. */
  async take(amount: number): Promise<() => void> {
    const wanted = Math.min(amount, this.total);
    await new Promise<void>((enter) => {
      this.#waiting.push({ amount: wanted, enter });
      this.admit();
    });
    let held = true;
    return () => {
      if (held) this.#free += wanted;
      held = false;
      this.admit();
    };
  }

  private admit(): void {
    for (let first = this.#waiting[0]; first && first.amount <= this.#free; first = this.#waiting[0]) {
      this.#waiting.shift();
      this.#free -= first.amount;
      first.enter();
    }
  }
}

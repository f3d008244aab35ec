interface Waiting {
  readonly amount: number;
  readonly enter: () => void;
}

/** So much of an allowance, held until it is given back. Giving back twice is giving back once. */
export interface Share {
  /** A share of its own out of this one: `amount`, or all that is left. */
  part(amount: number): Share;
  /** Gives back what it holds beyond `amount`. */
  shrink(amount: number): void;
  free(): void;
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

  /** Must somebody who asks for `amount` now wait for others to give back? */
  isShort(amount: number): boolean {
    return this.#waiting.length > 0 || Math.min(amount, this.total) > this.#free;
  }

  /** Waits until `amount` is free. */
  async take(amount: number): Promise<Share> {
    const wanted = Math.min(amount, this.total);
    await new Promise<void>((enter) => {
      this.#waiting.push({ amount: wanted, enter });
      this.admit();
    });
    return this.share(wanted);
  }

  private share(amount: number): Share {
    let held = amount;
    const shrink = (to: number): void => {
      const given = Math.max(0, held - to);
      held -= given;
      this.#free += given;
      this.admit();
    };
    const part = (wanted: number): Share => {
      const taken = Math.min(wanted, held);
      held -= taken;
      return this.share(taken);
    };
    return { part, shrink, free: () => shrink(0) };
  }

  private admit(): void {
    for (let first = this.#waiting[0]; first && first.amount <= this.#free; first = this.#waiting[0]) {
      this.#waiting.shift();
      this.#free -= first.amount;
      first.enter();
    }
  }
}

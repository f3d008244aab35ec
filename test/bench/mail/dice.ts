import { createCipheriv, createHash, type Cipheriv } from 'node:crypto';

const POOL_BYTES = 65_536;

/** Chance that repeats itself: the same seed gives the same throws, on every machine. */
export class Dice {
  readonly #stream: Cipheriv;
  #pool: Buffer = Buffer.alloc(0);
  #used = 0;

  constructor(seed: string) {
    const key = createHash('sha256').update(seed).digest().subarray(0, 16);
    this.#stream = createCipheriv('aes-128-ctr', key, Buffer.alloc(16));
  }

  /** So many bytes that no packer makes smaller. */
  bytes(count: number): Buffer {
    return this.#stream.update(Buffer.alloc(count));
  }

  /** From 0 up to and without 1. */
  fraction(): number {
    if (this.#used + 4 > this.#pool.length) {
      this.#pool = this.bytes(POOL_BYTES);
      this.#used = 0;
    }
    this.#used += 4;
    return this.#pool.readUInt32LE(this.#used - 4) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1));
  }

  oneOf<T>(list: readonly T[]): T {
    return list[this.between(0, list.length - 1)]!;
  }

  happens(probability: number): boolean {
    return this.fraction() < probability;
  }

  /** The same things in another order. */
  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((thing) => ({ thing, place: this.fraction() }))
      .sort((one, other) => one.place - other.place)
      .map(({ thing }) => thing);
  }
}

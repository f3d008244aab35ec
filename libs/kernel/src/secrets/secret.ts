import { inspect } from 'node:util';

const MASK = '[secret]';

/**
 * Text that will not talk: printing, logging, interpolating or serialising it yields `[secret]`.
 * `reveal()` is the only way out, so its call sites can be counted.
 */
export class Secret {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Wraps `text`. Wrap at the door, reveal at the wire. */
  static of(text: string): Secret {
    return new Secret(text);
  }

  /** The text itself. */
  reveal(): string {
    return this.#text;
  }

  /** True when both hold the same text. */
  equals(other: Secret): boolean {
    return this.#text === other.#text;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [inspect.custom](): string {
    return MASK;
  }
}

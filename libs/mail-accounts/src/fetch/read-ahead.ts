/** Nothing came in time. */
export const LATE = Symbol('late');
/** Nothing will come any more. */
export const ENDED = Symbol('ended');

/**
 * Reads a source while somebody else works on what it gave before. How far ahead is the source's own business: it
 * waits by itself when too much is under way. An error of the source comes out after everything that came before it.
 */
export class ReadAhead<T> {
  readonly #items: T[] = [];
  #end: { readonly error?: unknown } | undefined;
  #wake: () => void = () => undefined;

  constructor(source: AsyncIterable<T>) {
    void this.pump(source);
  }

  /** The next item; LATE when none came within `milliseconds`, ENDED after the last. Throws what the source threw. */
  async next(milliseconds = Infinity): Promise<T | typeof LATE | typeof ENDED> {
    if (this.#items.length === 0 && !this.#end) await this.somethingNew(milliseconds);
    const item = this.#items.shift();
    if (item !== undefined) return item;
    if (!this.#end) return LATE;
    if ('error' in this.#end) throw this.#end.error;
    return ENDED;
  }

  private async somethingNew(milliseconds: number): Promise<void> {
    if (milliseconds <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = milliseconds === Infinity ? undefined : setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => undefined;
  }

  private async pump(source: AsyncIterable<T>): Promise<void> {
    try {
      for await (const item of source) {
        this.#items.push(item);
        this.#wake();
      }
      this.#end = {};
    } catch (error) {
      this.#end = { error };
    }
    this.#wake();
  }
}

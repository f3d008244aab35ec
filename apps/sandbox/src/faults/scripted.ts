/** Something that is to happen the next so many times, or until it is cleared. */
export class Scripted<What> {
  #what: What | undefined;
  #left = 0;

  /** From now on, `times` times (default: until {@link clear}). A newer script replaces an older one. */
  set(what: What, times = Infinity): void {
    this.#what = what;
    this.#left = times;
  }

  clear(): void {
    this.#what = undefined;
    this.#left = 0;
  }

  /** What would happen next, without using it up. */
  get next(): What | undefined {
    return this.#left > 0 ? this.#what : undefined;
  }

  /** What is to happen now; uses up one time. */
  take(): What | undefined {
    const now = this.next;
    if (now !== undefined) this.#left--;
    return now;
  }

  /** For pages: the script and how often it is still due (`null`: until cleared). */
  get state(): { what: What; left: number | null } | null {
    return this.next === undefined
      ? null
      : { what: this.next, left: Number.isFinite(this.#left) ? this.#left : null };
  }
}

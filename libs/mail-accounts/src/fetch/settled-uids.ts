/**
 * How far a drain has come. A UID is settled when its mail is in the ledger or known to be gone. The cursor never
 * passes one that is neither, in whatever order the server answers: that is how mail would be lost without an error.
 */
export class SettledUids {
  readonly #settled = new Set<number>();
  #next = 0;

  /** `planned` ascends; `end` is the last UID that was looked at, planned or not; `start` is where the cursor stands. */
  constructor(
    private readonly planned: readonly number[],
    private readonly start: number,
    private readonly end: number,
  ) {}

  /** The highest cursor that skips nothing, as if `also` were settled too. */
  cursor(also: Iterable<number> = []): number {
    const extra = new Set(also);
    let at = this.#next;
    let uid = this.planned[at];
    while (uid !== undefined && (this.#settled.has(uid) || extra.has(uid))) uid = this.planned[++at];
    return Math.max(this.start, uid === undefined ? this.end : uid - 1);
  }

  /** These will not be asked for again. */
  settle(uids: Iterable<number>): void {
    for (const uid of uids) this.#settled.add(uid);
    for (let uid = this.planned[this.#next]; uid !== undefined && this.#settled.has(uid);) {
      this.#settled.delete(uid);
      uid = this.planned[++this.#next];
    }
  }
}

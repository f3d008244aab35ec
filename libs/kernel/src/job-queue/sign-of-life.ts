/** Says again and again, three times within what is taken for silence, that a try is still being worked on. */
export class SignOfLife {
  readonly #timer: NodeJS.Timeout;
  #speaking = false;

  /** `give` answers whether the try was still ours; `lost` is called when it is not. Begins at once. */
  constructor(
    private readonly give: () => Promise<boolean>,
    private readonly lost: () => void,
    silenceMs: number,
  ) {
    this.#timer = setInterval(() => void this.speak(), silenceMs / 3);
  }

  /** No more after this. */
  end(): void {
    clearInterval(this.#timer);
  }

  private async speak(): Promise<void> {
    if (this.#speaking) return;
    this.#speaking = true;
    try {
      if (!(await this.give())) this.lost();
    } catch {
      // A database that cannot be asked has not said that somebody else has it.
    } finally {
      this.#speaking = false;
    }
  }
}

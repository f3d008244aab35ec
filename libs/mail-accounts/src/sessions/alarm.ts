/** Something to wait for. Ringing before somebody waits is not lost. */
export class Alarm {
  #rang = false;
  #wake: () => void = () => undefined;

  ring(): void {
    this.#rang = true;
    this.#wake();
  }

  /** Resolves when it rings, or at once when it has since the last wait. One waits at a time. */
  async wait(): Promise<void> {
    if (!this.#rang) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#rang = false;
  }
}

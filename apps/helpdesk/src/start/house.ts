const PATIENCE_MS = 15_000;

/** What has been started, to be stopped in the opposite order. */
export class House {
  readonly #open: { name: string; close: () => Promise<void> }[] = [];
  #closing: Promise<void> | undefined;

  /** From now on `close` is part of closing the house. */
  opened(name: string, close: () => Promise<void>): void {
    this.#open.push({ name, close });
  }

  /** Closes everything, the last opened first. What fails or takes longer than 15 s is named and left behind. */
  close(): Promise<void> {
    this.#closing ??= this.closeAll();
    return this.#closing;
  }

  private async closeAll(): Promise<void> {
    for (const { name, close } of this.#open.toReversed()) {
      await inTime(close()).catch((error: unknown) => {
        console.error(`${name} did not stop: ${error instanceof Error ? error.message : 'unknown reason'}`);
      });
    }
  }
}

// Mailroom has one like it behind its front door, and a host uses nothing behind that.
async function inTime(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

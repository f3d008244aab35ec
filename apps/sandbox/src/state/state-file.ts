import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type KeptState } from './kept-state.js';

const pause = 1000;

/** A JSON file that follows the sandbox: written a second after a change, and once more at the end. */
export class StateFile {
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();
  #picture: (() => KeptState) | null = null;

  constructor(private readonly path: string) {}

  /** What was kept, or null at the first start. Throws when the file is there but is not a state file. */
  async load(): Promise<KeptState | null> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return null;
    const state = JSON.parse(text) as KeptState;
    if (state.version !== 1)
      throw new Error(`${this.path} is not a state file of this sandbox. Remove it to start afresh.`);
    return state;
  }

  /** From now on {@link touch} makes it write what `picture` shows. */
  follow(picture: () => KeptState): void {
    this.#picture = picture;
  }

  /** Something changed. */
  touch(): void {
    if (!this.#picture) return;
    this.#timer ??= setTimeout(() => void this.write(), pause).unref();
  }

  /** Writes what there is now; resolves when it is on disk. */
  async write(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const picture = this.#picture;
    if (!picture) return;
    this.#writing = this.#writing.then(() => this.replace(JSON.stringify(picture())));
    await this.#writing.catch((error: unknown) =>
      console.error(`sandbox: ${this.path} could not be written`, error),
    );
  }

  private async replace(text: string): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    await writeFile(`${this.path}.new`, text, { mode: 0o600 });
    await rename(`${this.path}.new`, this.path);
  }
}

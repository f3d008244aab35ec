import { redact, type Speaker } from './redact.js';

const FLUSH_MS = 1_000;
/** What may wait to be written; what comes on top is counted and left out. */
const WAITING_CHARACTERS = 65_536;

/** Notes down one connection, redacted, until its time is over. Writes at most once a second; never throws. */
export class ProtocolRecorder {
  #waiting: string[] = [];
  #characters = 0;
  #leftOut = 0;
  #scheduled = false;

  constructor(
    private readonly now: () => Date,
    private readonly until: Date,
    private readonly secrets: readonly string[],
    private readonly write: (lines: string) => Promise<void>,
  ) {}

  /** A line was said. */
  readonly hear = (speaker: Speaker, line: string): void => {
    const now = this.now();
    if (now >= this.until) return;
    if (this.#characters >= WAITING_CHARACTERS) this.#leftOut += 1;
    else
      this.keep(
        `${now.toISOString()} ${speaker === 'we' ? '>' : '<'} ${redact(speaker, line, this.secrets)}\n`,
      );
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => void this.flush(), FLUSH_MS).unref();
  };

  private keep(line: string): void {
    this.#waiting.push(line);
    this.#characters += line.length;
  }

  private async flush(): Promise<void> {
    this.#scheduled = false;
    if (this.#leftOut > 0) this.keep(`(* ${this.#leftOut} lines left out *)\n`);
    const lines = this.#waiting.splice(0).join('');
    this.#characters = 0;
    this.#leftOut = 0;
    await this.write(lines).catch(() => undefined);
  }
}

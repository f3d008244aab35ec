import { type Socket } from 'node:net';

const longestLine = 64 * 1024;
const longestLiteral = 128 * 1024 * 1024;

/** A command line as it came, with each literal replaced by `\0<index>\0` (a NUL can occur nowhere else, RFC 9051 section 9). */
export interface RawCommand {
  readonly line: string;
  readonly literals: readonly Buffer[];
}

/** Reads CRLF lines and counted bytes from a socket; `null` means the other side is gone. */
export class LineReader {
  #held: Buffer = Buffer.alloc(0);
  #ended = false;
  #wake: () => void = () => undefined;
  #release: () => void = () => undefined;

  constructor(socket: Socket) {
    this.attach(socket);
  }

  /** Goes on reading from another socket, after a TLS upgrade; what came before in the clear is forgotten (RFC 9051 section 6.2.1). */
  attach(socket: Socket): void {
    this.#release();
    this.#held = Buffer.alloc(0);
    const onData = (chunk: Buffer): void => {
      this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
      this.#wake();
    };
    const onClose = (): void => {
      this.#ended = true;
      this.#wake();
    };
    socket.on('data', onData).on('end', onClose).on('close', onClose);
    this.#release = () => void socket.off('data', onData).off('end', onClose).off('close', onClose);
  }

  /** The next line without its CRLF, as latin1. */
  async line(): Promise<string | null> {
    for (;;) {
      const end = this.#held.indexOf('\n');
      if (end >= 0)
        return this.take(end + 1)
          .toString('latin1')
          .replace(/\r?\n$/, '');
      if (this.#held.length > longestLine || !(await this.more())) return null;
    }
  }

  /** The next command with its literals; `askFor` is called for each literal the client waits to be asked for. */
  async command(askFor: () => void): Promise<RawCommand | null> {
    const literals: Buffer[] = [];
    let text = '';
    for (;;) {
      const line = await this.line();
      if (line === null) return null;
      const literal = /\{(\d+)(\+?)\}$/.exec(line);
      if (!literal) return { line: text + line, literals };
      const bytes = await this.literal(Number(literal[1]), literal[2] === '', askFor);
      if (!bytes) return null;
      text += `${line.slice(0, literal.index)}\0${literals.push(bytes) - 1}\0`;
    }
  }

  private async literal(length: number, waits: boolean, askFor: () => void): Promise<Buffer | null> {
    if (length > longestLiteral) return null;
    if (waits) askFor();
    while (this.#held.length < length) if (!(await this.more())) return null;
    return this.take(length);
  }

  private take(length: number): Buffer {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return Buffer.from(taken);
  }

  private async more(): Promise<boolean> {
    if (this.#ended) return false;
    const before = this.#held.length;
    await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#held.length > before;
  }
}

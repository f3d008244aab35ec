import { type Socket } from 'node:net';
import { type SignIn } from '../mailbox/sign-in.js';
import { Pop3Failure } from './pop3-reply.js';
import { DotUnstuffer } from './unstuff-dots.js';

/** The server may be silent for so long while it owes us something. */
const SILENCE_MS = 60_000;
/** A status line or a list takes at most so long in all, however the server drips. */
const ANSWER_MS = 120_000;
/** A mail may take longer: it is large. */
const MAIL_MS = 30 * 60_000;
/** RFC 2449 section 4 allows 512 octets; challenges of OAuth2 are longer. */
const LINE_BYTES = 8_192;
const NOTHING = Buffer.alloc(0);

/**
 * The bytes between us and a POP3 server: lines and multi-line answers, in the order they come. Every wait has a
 * deadline, and ends at once when somebody hangs up. After a throw the connection is gone.
 */
export class Pop3Wire {
  #socket: Socket;
  #held: Buffer = NOTHING;
  #failure: Error | null = null;
  #wake: () => void = () => undefined;

  /** `hear` is told of every line in both directions, the text of mails aside. */
  constructor(
    socket: Socket,
    private readonly hear: SignIn['hear'] = null,
  ) {
    this.#socket = socket;
    this.listen(socket);
  }

  /** False once it ended, for whatever reason. */
  get usable(): boolean {
    return this.#failure === null;
  }

  /** Writes command lines, CRLF included by the caller. Throws what ended the connection before. */
  send(text: string): void {
    if (this.#failure) throw this.#failure;
    this.hear?.('we', text.trimEnd());
    this.#socket.write(text, 'utf8');
  }

  /** The next line without its end, one character per byte. */
  async line(endsAt = performance.now() + ANSWER_MS): Promise<string> {
    for (;;) {
      const end = this.#held.indexOf(10);
      if (end > LINE_BYTES || (end < 0 && this.#held.length > LINE_BYTES)) {
        throw this.fail(new Pop3Failure('LineTooLarge', 'A line does not end'));
      }
      if (end >= 0) {
        const line = this.taken(end + 1)
          .toString('latin1')
          .replace(/\r?\n$/, '');
        this.hear?.('server', line);
        return line;
      }
      await this.more(endsAt);
    }
  }

  /** The lines of a multi-line answer, without stuffing; at most `limit` of them. */
  async lines(limit: number): Promise<string[]> {
    const endsAt = performance.now() + ANSWER_MS;
    const lines: string[] = [];
    for (let line = await this.line(endsAt); line !== '.'; line = await this.line(endsAt)) {
      if (lines.length >= limit) throw this.fail(new Pop3Failure('ListTooLarge', 'A list does not end'));
      lines.push(line.startsWith('.') ? line.slice(1) : line);
    }
    return lines;
  }

  /** The mail of a multi-line answer as it comes, byte for byte. Throws when it exceeds `maxBytes`. */
  async *mail(maxBytes: number): AsyncGenerator<Buffer> {
    const endsAt = performance.now() + MAIL_MS;
    const unstuffer = new DotUnstuffer();
    let bytes = 0;
    while (!unstuffer.ended) {
      if (this.#held.length === 0) await this.more(endsAt);
      const { sent, rest } = unstuffer.take(this.#held);
      this.#held = rest;
      for (const piece of sent) {
        bytes += piece.length;
        if (bytes > maxBytes) throw this.fail(new Pop3Failure('MailTooLarge', 'A mail does not end'));
        yield piece;
      }
    }
  }

  /** Goes on over `secured`. What the server said before in the clear must have been answered to the last byte. */
  async secure(begin: (socket: Socket) => Promise<Socket>): Promise<void> {
    if (this.#held.length > 0 || this.#socket.readableLength > 0) {
      throw this.fail(new Pop3Failure('STARTTLS_INJECTION', 'Something was said before TLS began'));
    }
    const plain = this.#socket;
    for (const event of ['readable', 'end', 'close', 'error']) plain.removeAllListeners(event);
    plain.on('error', () => undefined);
    this.#socket = await begin(plain);
    this.listen(this.#socket);
    if (this.#failure) throw this.#failure;
  }

  /** Hangs up. Whoever waits for an answer gets `why`. */
  close(why: Error = new Pop3Failure('EConnectionClosed', 'We hung up')): void {
    this.fail(why);
  }

  private listen(socket: Socket): void {
    const closed = (): void => void this.fail(new Pop3Failure('EConnectionClosed', 'The server hung up'));
    socket.on('readable', () => this.#wake());
    socket.on('error', (error) => void this.fail(error));
    socket.on('end', closed).on('close', closed);
  }

  private taken(length: number): Buffer {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  // What came before the end of the connection is still good.
  private async more(endsAt: number): Promise<void> {
    for (;;) {
      const chunk = this.#socket.read() as Buffer | null;
      if (chunk) {
        this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
        return;
      }
      if (this.#failure) throw this.#failure;
      await this.news(Math.min(SILENCE_MS, endsAt - performance.now()));
    }
  }

  private news(milliseconds: number): Promise<void> {
    return new Promise<void>((resolve) => {
      const late = setTimeout(
        () => void this.fail(new Pop3Failure('ETIMEDOUT', 'The server takes too long')),
        Math.max(0, milliseconds),
      );
      this.#wake = () => {
        clearTimeout(late);
        resolve();
      };
    });
  }

  private fail(error: Error): Error {
    this.#failure ??= error;
    this.#socket.destroy();
    this.#wake();
    return this.#failure;
  }
}

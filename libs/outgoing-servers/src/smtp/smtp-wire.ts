import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { type Destination } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { ReplyReader } from './reply-reader.js';
import { type Reply } from './reply.js';

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
}

const CRLF = '\r\n';

/** Lines out, replies in, over TCP or TLS. Once it ended, for whatever reason, every question is answered by that reason. */
export class SmtpWire {
  readonly #reader = new ReplyReader();
  readonly #waiting: Waiting[] = [];
  /** What came although nobody had asked: mostly a 421 before the door is shut. */
  readonly #unasked: Reply[] = [];
  #socket: Socket;
  #silenceMs: number;
  #end: { readonly reason: unknown } | undefined;

  private constructor(socket: Socket, silenceMs: number) {
    this.#socket = socket;
    this.#silenceMs = silenceMs;
    this.listen(socket);
  }

  /**
   * Connects to the checked address and to no other. Throws what the network says, `CONNECT_UNANSWERED` when nobody takes
   * or refuses the connection for `milliseconds`. `hangUp` ends it, now or later.
   */
  static async connect(
    to: Destination,
    port: number,
    milliseconds: number,
    hangUp?: AbortSignal,
  ): Promise<SmtpWire> {
    hangUp?.throwIfAborted();
    const socket = connectTcp({ host: to.address, port, family: to.family });
    const wire = new SmtpWire(socket, milliseconds);
    hangUp?.addEventListener('abort', () => wire.end(hangUp.reason), { once: true });
    await wire.until((done) => socket.once('connect', done));
    socket.setNoDelay(true);
    return wire;
  }

  /** False once it ended. */
  get open(): boolean {
    return this.#end === undefined;
  }

  /** From now on the other side may be silent for so long. */
  patience(milliseconds: number): void {
    this.#silenceMs = milliseconds;
    this.#socket.setTimeout(milliseconds);
  }

  /** Goes on in TLS; whom to believe is the caller's to judge. Throws where something came too early, in the clear. */
  async secure(options: ConnectionOptions): Promise<TLSSocket> {
    if (!this.#reader.empty || this.#unasked.length > 0)
      throw outgoingProblem('server-answer-strange', { disposition: 'retry-later' });
    const under = this.#socket;
    under.removeAllListeners().setTimeout(0);
    under.on('error', (error) => this.end(error));
    const socket = connectTls({ ...options, socket: under });
    this.#socket = socket;
    this.listen(socket);
    await this.until((done) => socket.once('secureConnect', done));
    return socket;
  }

  /** Sends one line and answers the reply. */
  say(line: string): Promise<Reply> {
    const [reply] = this.sayAll([line]);
    return reply as Promise<Reply>;
  }

  /** Sends lines at once and answers their replies, in order (RFC 2920). */
  sayAll(lines: readonly string[]): Promise<Reply>[] {
    if (this.open) this.#socket.write(lines.join(CRLF) + CRLF);
    const replies = lines.map(() => this.hear());
    // Who stops reading at the first bad reply leaves the others unheard.
    for (const reply of replies) reply.catch(() => undefined);
    return replies;
  }

  /** The next reply, to whatever was said before: the greeting, or the answer to the end of the data. */
  hear(): Promise<Reply> {
    const early = this.#unasked.shift();
    if (early) return Promise.resolve(early);
    if (this.#end) return Promise.reject(this.#end.reason as Error);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** Sends bytes as they are; resolves when the system has taken all of them. */
  async write(bytes: Buffer): Promise<void> {
    await this.until((done, failed) =>
      this.#socket.write(bytes, (error) => (error ? failed(error) : done())),
    );
  }

  /** Ends it now. */
  end(reason: unknown): void {
    if (this.#end) return;
    this.#end = { reason };
    this.#socket.destroy();
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
  }

  /** Says goodbye and does not wait for the answer. */
  quit(milliseconds: number): void {
    const socket = this.#socket;
    if (!this.open) return;
    this.#end = { reason: new Error('closed') };
    for (const { reject } of this.#waiting.splice(0)) reject(this.#end.reason);
    socket.end(`QUIT${CRLF}`);
    setTimeout(() => socket.destroy(), milliseconds).unref();
  }

  // Whatever ends the wire ends the waiting too.
  private until(begin: (done: () => void, failed: (error: unknown) => void) => void): Promise<void> {
    if (this.#end) return Promise.reject(this.#end.reason as Error);
    return new Promise((resolve, reject) => {
      const socket = this.#socket;
      const fail = (error: unknown): void => reject(error as Error);
      const closed = (): void => fail(this.#end?.reason ?? lost());
      socket.once('error', fail).once('close', closed);
      begin(
        () => {
          socket.off('error', fail).off('close', closed);
          resolve();
        },
        (error) => fail(this.#end?.reason ?? error),
      );
    });
  }

  private listen(socket: Socket): void {
    socket.setTimeout(this.#silenceMs);
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('error', (error) => this.end(error));
    socket.on('timeout', () => {
      const code = socket.connecting ? 'CONNECT_UNANSWERED' : 'ETIMEDOUT';
      this.end(Object.assign(new Error('silence'), { code }));
    });
    socket.on('end', () => this.end(lost()));
    socket.on('close', () => this.end(lost()));
  }

  private take(chunk: Buffer): void {
    try {
      for (const reply of this.#reader.read(chunk)) {
        const next = this.#waiting.shift();
        if (next) next.resolve(reply);
        else this.#unasked.push(reply);
      }
    } catch (error) {
      this.end(error);
    }
  }
}

function lost(): Error {
  return Object.assign(new Error('the connection ended'), { code: 'ECONNRESET' });
}

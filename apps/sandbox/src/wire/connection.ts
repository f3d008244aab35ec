import { type Socket } from 'node:net';
import { TLSSocket, type SecureContext } from 'node:tls';
import { type Faults } from '../faults/faults.js';
import { LineReader } from './line-reader.js';

/** The wire of one mail client: lines in, answers out, with the faults that cut it. */
export class Connection {
  readonly reader: LineReader;
  #socket: Socket;

  constructor(
    socket: Socket,
    private readonly faults: Faults,
  ) {
    this.#socket = socket.setNoDelay(true).on('error', () => undefined);
    this.reader = new LineReader(socket);
  }

  get isOpen(): boolean {
    return this.#socket.writable;
  }

  get isSecure(): boolean {
    return this.#socket instanceof TLSSocket;
  }

  /** Lines without CRLF. */
  send(...lines: string[]): void {
    if (this.isOpen && lines.length > 0) this.#socket.write(`${lines.join('\r\n')}\r\n`, 'latin1');
  }

  /** One answer with mail in it; waits while the client is slow. Scripted drops happen here. */
  async sendMessage(parts: readonly (string | Buffer)[]): Promise<void> {
    const bytes = Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
    );
    const admitted = this.faults.admitBytes(bytes.length);
    await this.write(bytes.subarray(0, admitted));
    if (admitted < bytes.length || this.faults.countMessage()) await this.cut();
  }

  /** A last line, then the orderly end. */
  end(...lines: string[]): void {
    this.send(...lines);
    this.#socket.end();
    setTimeout(() => this.#socket.destroy(), 200).unref();
  }

  /** The connection is reset, with whatever was sent before it. */
  destroy(): void {
    this.#socket.resetAndDestroy();
  }

  /** TLS from the next byte on; resolves when the handshake is over. */
  async upgrade(secureContext: SecureContext): Promise<void> {
    const secure = new TLSSocket(this.#socket, { isServer: true, secureContext });
    this.reader.attach(secure.on('error', () => undefined));
    this.#socket = secure;
    await new Promise<void>((resolve) => secure.once('secure', resolve).once('close', resolve));
  }

  private async write(bytes: Buffer): Promise<void> {
    if (!this.isOpen || this.#socket.write(bytes)) return;
    const socket = this.#socket;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        socket.off('drain', done).off('close', done);
        resolve();
      };
      socket.on('drain', done).on('close', done);
    });
  }

  /** Lets what was written reach the client first: a reset throws away what is still on its way. */
  private async cut(): Promise<void> {
    const socket = this.#socket;
    if (this.isOpen) await new Promise<void>((resolve) => socket.write('', () => resolve()));
    await new Promise((resolve) => setTimeout(resolve, 20));
    this.destroy();
  }
}

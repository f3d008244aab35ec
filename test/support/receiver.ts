import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { until } from './until.js';

/** A request as the receiver got it. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body as JSON. */
  readonly event: { readonly type: string; readonly timestamp: string; readonly data: Record<string, any> };
}

/** Somebody who takes webhooks: a real HTTP server on a free port of localhost that does as it is told. */
export class Receiver {
  readonly received: Received[] = [];
  /** What it answers; nothing at all when this does nothing. */
  answer: (response: ServerResponse, received: Received) => void = (response) =>
    response.writeHead(204).end();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        const body = Buffer.concat(pieces).toString();
        const received = { headers: request.headers, body, event: JSON.parse(body) as Received['event'] };
        this.received.push(received);
        this.answer(response, received);
      });
    });
  }

  static async open(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  /** Answers this status from now on. */
  answers(status: number, headers: Record<string, string> = {}): void {
    this.answer = (response) => response.writeHead(status, headers).end();
  }

  of(type: string): Received[] {
    return this.received.filter(({ event }) => event.type === type);
  }

  /** The event of this type, once it is there. */
  async gets(type: string, which: (received: Received) => boolean = () => true): Promise<Received> {
    const what = `${type} at the receiver`;
    return until(() => this.of(type).find(which), { what, timeoutMs: 20_000 });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

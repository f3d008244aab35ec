import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Banner } from '../../../apps/admin-web/src/api/shapes.js';

const SCRIPTS = fileURLToPath(new URL('../../../dist/admin-web/', import.meta.url));

/** What a stream answers: banners, or a status and nothing else. */
type Answer = readonly Partial<Banner>[] | number;

/** A host that serves the built element and a stream which says and does what a spec wants. */
export class ElementHost {
  /** What each request for the stream brought along, and where it went. */
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  /** The scripts that were asked for. */
  readonly scripts: string[] = [];
  /** What the next streams answer. */
  answer: Answer = [];
  #open: ServerResponse[] = [];
  readonly #server = createServer(({ url = '/', headers }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    if (pathname.endsWith('/api/banners/stream')) this.#stream(pathname, headers, response);
    else if (/\/banners(\.de)?\.js$/.test(pathname)) this.#script(pathname, response);
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Host</title>');
  });

  async start(): Promise<void> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** How many listen just now. */
  get listeners(): number {
    return this.#open.length;
  }

  /** Says this to everybody who listens. */
  says(banners: readonly Partial<Banner>[]): void {
    for (const response of this.#open) response.write(eventOf(banners));
  }

  /** Ends every stream, as a server does that shuts down. */
  endsStreams(): void {
    for (const response of this.#open) response.end();
  }

  /** Breaks every stream in the middle. */
  breaksStreams(): void {
    for (const response of this.#open) response.destroy();
  }

  #script(path: string, response: ServerResponse): void {
    const name = path.slice(path.lastIndexOf('/') + 1);
    this.scripts.push(name);
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(SCRIPTS + name));
  }

  #stream(path: string, headers: IncomingHttpHeaders, response: ServerResponse): void {
    this.asked.push({ path, headers });
    if (typeof this.answer === 'number') return void response.writeHead(this.answer).end();
    this.#open.push(response);
    response.on('close', () => (this.#open = this.#open.filter((each) => each !== response)));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(eventOf(this.answer));
  }
}

function eventOf(items: readonly Partial<Banner>[]): string {
  return `event: banners\ndata: ${JSON.stringify({ items, snoozed: [] })}\n\n`;
}

import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setImmediate as breathe, setTimeout as pause } from 'node:timers/promises';

/** What happens to a line the client sent. */
export interface LineFault {
  /** Sent to the client in the server's name, with its CRLF. */
  reply?: string;
  delayMs?: number;
  /** `forward` lets the line through to the server as well; default `swallow`. */
  then?: 'forward' | 'swallow' | 'end' | 'reset';
  /** With `end` and `reset`: so many bytes of it, line end included, reach the server before. */
  pass?: number;
}

/** The connection breaks at a line of the server: so many bytes of it, line end included, reach the client before. */
export interface LineBreak {
  pass: number;
  then: 'end' | 'reset';
}

/** What is wrong with the line. Byte counts are per connection and count what the server sends. */
export interface FaultRules {
  /** Breaks the connection with RST after so many bytes, of which the client may not get to read the last ones. */
  resetAfter?: number;
  /** Closes it in good order (FIN) after so many bytes. */
  endAfter?: number;
  /** Goes silent after so many bytes, and stays connected. */
  stallAfter?: number;
  /** Re-cuts what the server sends into pieces of this size, at least 1. */
  chunk?: number | (() => number);
  /** Waits before passing on each piece of what the server sends. */
  latencyMs?: number;
  bytesPerSecond?: number;
  /** Resets new connections at once. */
  refuse?: boolean;
  /** Sees every line of the client without its line end; undefined lets it through. Plain text only. */
  onLine?: (line: string) => LineFault | undefined;
  /**
   * Sees every line of the server without its line end, lines of mails among them; a string replaces it ('' takes it
   * out). Plain text only.
   */
  onServerLine?: (line: string) => string | LineBreak | undefined;
  /** Sees what the server sends, as it comes. */
  onServerBytes?: (data: Buffer) => void;
}

/** A bad line in front of a good server. */
export class FaultProxy {
  readonly host = '127.0.0.1';
  readonly port: number;
  /** Connections made so far, also the refused ones. */
  accepted = 0;
  private readonly open = new Set<Socket>();

  /** `rules` may be replaced at any time: the next byte obeys. @internal use startFaultProxy */
  constructor(
    private readonly server: Server,
    private readonly target: { host: string; port: number },
    public rules: FaultRules,
  ) {
    this.port = (server.address() as AddressInfo).port;
    server.on('connection', (client: Socket) => this.accept(client));
  }

  /** Connections open right now. */
  get connections(): number {
    return this.open.size;
  }

  /** Breaks every open connection with RST; new ones are served. */
  killAll(): void {
    for (const client of this.open) client.resetAndDestroy();
  }

  /** Breaks every connection and stops listening. */
  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.killAll();
    await closed;
  }

  private accept(client: Socket): void {
    this.accepted += 1;
    client.on('error', () => undefined);
    if (this.rules.refuse) {
      client.resetAndDestroy();
      return;
    }
    const server = connect(this.target);
    for (const socket of [client, server]) socket.setNoDelay(true);
    server.on('error', () => client.destroy());
    this.open.add(client);
    client.once('close', () => {
      this.open.delete(client);
      server.destroy();
    });
    void this.up(client, server).catch(() => server.destroy());
    void this.down(server, client).catch(() => client.destroy());
  }

  private async up(client: Socket, server: Socket): Promise<void> {
    for await (const data of linesOrBytes(client, () => this.rules.onLine !== undefined)) {
      const fault = this.rules.onLine?.(withoutEnd(data));
      if (fault?.delayMs) await pause(fault.delayMs);
      if (fault?.reply) client.write(fault.reply);
      if (!fault || fault.then === 'forward') await write(server, data);
      else if (fault.pass) await write(server, data.subarray(0, fault.pass));
      if (fault?.then === 'reset') client.resetAndDestroy();
      if (fault?.then === 'end') client.end();
    }
    server.end();
  }

  private async down(server: Socket, client: Socket): Promise<void> {
    let sent = 0;
    for await (const data of linesOrBytes(server, () => this.rules.onServerLine !== undefined)) {
      this.rules.onServerBytes?.(data);
      const replacement = this.rules.onServerLine?.(withoutEnd(data));
      if (typeof replacement === 'object') await this.breakInside(data, replacement, client);
      const said =
        typeof replacement === 'string' ? Buffer.from(replacement && `${replacement}\r\n`, 'latin1') : data;
      for (let at = 0; at < said.length;) {
        const piece = said.subarray(at, at + this.pieceSize(sent, said.length - at));
        await this.pace(piece.length);
        await write(client, piece);
        at += piece.length;
        sent += piece.length;
        await this.breakAt(sent, client);
      }
    }
    client.end();
  }

  /** As much as the rules let through in one go: never across the byte at which something happens. */
  private pieceSize(sent: number, available: number): number {
    const { chunk, resetAfter, endAfter, stallAfter } = this.rules;
    const cut = typeof chunk === 'function' ? chunk() : (chunk ?? available);
    const limits = [resetAfter, endAfter, stallAfter].flatMap((limit) =>
      limit !== undefined && limit > sent ? [limit - sent] : [],
    );
    return Math.max(1, Math.min(cut, available, ...limits));
  }

  private async pace(bytes: number): Promise<void> {
    const { latencyMs = 0, bytesPerSecond = Infinity, chunk } = this.rules;
    const wait = latencyMs + (bytes / bytesPerSecond) * 1_000;
    if (wait > 0) await pause(wait);
    else if (chunk !== undefined) await breathe();
  }

  private async breakInside(line: Buffer, { pass, then }: LineBreak, client: Socket): Promise<never> {
    if (pass > 0) await write(client, line.subarray(0, pass));
    if (then === 'reset') client.resetAndDestroy();
    else client.destroySoon();
    if (!client.destroyed) await once(client, 'close');
    throw new Error('the line is broken');
  }

  private async breakAt(sent: number, client: Socket): Promise<void> {
    const { resetAfter = Infinity, endAfter = Infinity, stallAfter = Infinity } = this.rules;
    if (sent >= resetAfter) client.resetAndDestroy();
    else if (sent >= endAfter) client.destroySoon();
    else if (sent < stallAfter) return;
    if (!client.destroyed) await once(client, 'close');
    throw new Error('the line is broken');
  }
}

/** Listens on a free port of 127.0.0.1 and passes everything on to the target, as the rules allow. */
export async function startFaultProxy(
  target: { host?: string; port: number },
  rules: FaultRules = {},
): Promise<FaultProxy> {
  const server = createServer({ allowHalfOpen: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return new FaultProxy(server, { host: '127.0.0.1', ...target }, rules);
}

/** Whole lines with their ends while somebody listens to lines, otherwise bytes as they come; nothing is lost between. */
async function* linesOrBytes(socket: Socket, byLine: () => boolean): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const data of socket as AsyncIterable<Buffer>) {
    rest = rest.length > 0 ? Buffer.concat([rest, data]) : data;
    for (let end = rest.indexOf(10); byLine() && end >= 0; end = rest.indexOf(10)) {
      yield rest.subarray(0, end + 1);
      rest = rest.subarray(end + 1);
    }
    if (byLine() || rest.length === 0) continue;
    yield rest;
    rest = Buffer.alloc(0);
  }
  if (rest.length > 0) yield rest;
}

function withoutEnd(line: Buffer): string {
  return line.toString('latin1').replace(/\r?\n$/, '');
}

async function write(socket: Socket, data: Buffer): Promise<void> {
  if (socket.destroyed) throw new Error('the other side is gone');
  if (!socket.write(data)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
}

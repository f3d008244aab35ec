import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { Connection } from '../wire/connection.js';
import { converse } from './dialogue.js';
import { ImapSession, type ImapHouse } from './session.js';

/** The IMAP side of the sandbox: one listener in the clear, one with TLS, and everybody who is connected. */
export class ImapServer {
  readonly plain: Server;
  readonly secure: Server;
  readonly #sessions = new Set<ImapSession>();
  readonly #sockets = new Set<Socket>();

  constructor(
    private readonly house: ImapHouse,
    certificate: { readonly cert: string; readonly key: string },
  ) {
    this.plain = createServer((socket) => this.welcome(socket));
    this.secure = createTlsServer(certificate, (socket) => this.welcome(socket));
    for (const server of [this.plain, this.secure])
      server.on('connection', (socket: Socket) => this.track(socket));
  }

  /** Who is connected now, by address; null before the login. */
  get sessions(): readonly (string | null)[] {
    return [...this.#sessions].map(({ mailbox }) => mailbox?.address ?? null);
  }

  /** Resets every connection (of this person, or all). Returns how many. */
  dropConnections(address?: string): number {
    const doomed = this.of(address);
    for (const session of doomed) session.connection.destroy();
    return doomed.length;
  }

  /** Ends every signed-in session (of this person, or all) as Microsoft does when the access token is over. */
  endSessions(address?: string): number {
    const doomed = this.of(address).filter(({ mailbox }) => mailbox !== null);
    for (const session of doomed) session.dismiss('* BYE Session invalidated - AccessTokenExpired');
    return doomed.length;
  }

  /** No new connections, and the old ones are cut. */
  stop(): void {
    this.plain.close();
    this.secure.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  private track(socket: Socket): void {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
  }

  private of(address: string | undefined): ImapSession[] {
    return [...this.#sessions].filter(
      ({ mailbox }) => address === undefined || mailbox?.address === address.toLowerCase(),
    );
  }

  private welcome(socket: Socket): void {
    const session = new ImapSession(new Connection(socket, this.house.faults), this.house);
    this.#sessions.add(session);
    socket.once('close', () => this.#sessions.delete(session));
    converse(session).catch((error: unknown) => {
      console.error('sandbox: an IMAP session failed', error);
      session.connection.destroy();
    });
  }
}

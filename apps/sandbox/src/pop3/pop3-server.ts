import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { Connection } from '../wire/connection.js';
import { converse } from './dialogue.js';
import { Pop3Session, type Pop3House } from './session.js';

/** The POP3 side of the sandbox: one listener in the clear, one with TLS, and everybody who is connected. */
export class Pop3Server {
  readonly plain: Server;
  readonly secure: Server;
  readonly #sessions = new Set<Pop3Session>();
  readonly #sockets = new Set<Socket>();

  constructor(
    private readonly house: Pop3House,
    certificate: { readonly cert: string; readonly key: string },
  ) {
    this.plain = createServer((socket) => this.welcome(socket));
    this.secure = createTlsServer(certificate, (socket) => this.welcome(socket));
    for (const server of [this.plain, this.secure])
      server.on('connection', (socket: Socket) => this.track(socket));
  }

  /** Who is connected now, by address; null before the login. */
  get sessions(): readonly (string | null)[] {
    return [...this.#sessions].map(({ address }) => address);
  }

  /** Resets every connection (of this person, or all). Returns how many. */
  dropConnections(address?: string): number {
    const doomed = [...this.#sessions].filter(
      (session) => address === undefined || session.address === address.toLowerCase(),
    );
    for (const { connection } of doomed) connection.destroy();
    return doomed.length;
  }

  /** From now on the message with this UID in INBOX goes by this unique id. */
  giveUidl(address: string, uid: number, uidl: string): void {
    const folder = this.house.mail.folder(address, 'INBOX');
    const message = folder.messages.find((one) => one.uid === uid);
    if (!message) throw new Error(`The sandbox has no message ${uid} in INBOX of ${address}`);
    this.house.uidls.give(message, uidl);
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

  private welcome(socket: Socket): void {
    const session = new Pop3Session(new Connection(socket, this.house.faults), this.house);
    this.#sessions.add(session);
    socket.once('close', () => this.#sessions.delete(session));
    converse(session).catch((error: unknown) => {
      console.error('sandbox: a POP3 session failed', error);
      session.connection.destroy();
    });
  }
}

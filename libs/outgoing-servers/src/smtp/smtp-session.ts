import { Readable } from 'node:stream';
import { tlsOptions, type Destination, type TlsTrust } from '@mailroom/kernel';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type Security } from '../servers/outgoing-server.js';
import { type Credentials } from './credentials.js';
import { judgeServer } from './judge-server.js';
import { failedTransmission, takenTransmission, type FailedSend, type Taken } from './read-outcome.js';
import { replyProblem } from './reply-problem.js';
import { troubleWith } from './smtp-trouble.js';
import { type Envelope, type Transmission } from './transmission.js';
import { replyOf, signInWithToken, type Say } from './xoauth2.js';

/** How long the server may take, in ms: to connect and greet, and to say anything at all afterwards. */
export interface Patience {
  readonly connectMs: number;
  readonly silenceMs: number;
}

/** Where a server listens, and whom we believe there. */
export interface SmtpPlace {
  readonly port: number;
  readonly security: Security;
  readonly tlsTrust: TlsTrust;
}

const CONVERSATION = 'MAILROOM';
const CHUNK_BYTES = 65_536;
const GOODBYE_MS = 2_000;

/**
 * One connection to a server: open it, sign in, hand over mails one after the other, close it. Nothing but our greeting
 * is said to a server whose certificate is not believed. After a throw or a lost transmission it is closed; not for reuse.
 */
export class SmtpSession {
  readonly #connection: SMTPConnection;
  #conversation: (say: Say) => Promise<void> = () => Promise.resolve();
  #interrupt: (error: unknown) => void = () => undefined;
  #closed: unknown;

  private constructor(to: Destination, place: SmtpPlace, ehlo: string, patience: Patience) {
    const { port, security, tlsTrust } = place;
    this.#connection = new SMTPConnection({
      host: to.address,
      servername: to.servername === to.address ? undefined : to.servername,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      tls: { ...tlsOptions(to.servername, tlsTrust), host: to.address },
      name: ehlo,
      connectionTimeout: patience.connectMs,
      greetingTimeout: patience.connectMs,
      socketTimeout: patience.silenceMs,
      maxResponseSize: 65_536,
      customAuth: {
        [CONVERSATION]: (server) =>
          this.#conversation(async (line) => replyOf(await server.sendCommand(line))),
      },
    });
    this.#connection.on('error', (error) => this.end(error));
    // After a 421 nodemailer ends before it hands over the error that says why: let that come first.
    this.#connection.on('end', () => setImmediate(() => this.end(new Error('the connection ended'))));
  }

  /** Connects, secures the connection as `security` demands and says hello. Throws the problem that it met. */
  static async open(
    to: Destination,
    place: SmtpPlace,
    ehlo: string,
    patience: Patience,
  ): Promise<SmtpSession> {
    const session = new SmtpSession(to, place, ehlo, patience);
    try {
      await session.attempt<void>((done) => session.#connection.connect(done));
      const where = { host: to.servername, port: place.port };
      const refusal = judgeServer(session.#connection._socket, place.tlsTrust, where);
      if (refusal) throw refusal;
    } catch (error) {
      session.close();
      throw troubleWith(error, 'greeting');
    }
    return session;
  }

  /** False once it ended, for whatever reason. */
  get usable(): boolean {
    return this.#closed === undefined;
  }

  /** Signs in. Throws the problem that it met. */
  async signIn(credentials: Credentials): Promise<void> {
    if (credentials === null) return;
    try {
      await (credentials.kind === 'token'
        ? this.converse((say) => signInWithToken(say, credentials.login, credentials.token))
        : this.attempt<unknown>((done) =>
            this.#connection.login({ user: credentials.login, pass: credentials.password.reveal() }, done),
          ));
    } catch (error) {
      this.close();
      throw troubleWith(error, 'sign-in');
    }
  }

  /** Asks whether mail may come from `address`, and takes the question back. Throws the problem of the answer. */
  async trySender(address: string): Promise<void> {
    try {
      await this.converse(async (say) => {
        const reply = await say(`MAIL FROM:<${address}>`);
        if (reply.status !== 250) throw replyProblem(reply, 'sender');
        await say('RSET');
      });
    } catch (error) {
      this.close();
      throw troubleWith(error, 'sender');
    }
  }

  /** Hands over one mail. Never throws: whatever happens is an answer. */
  async transmit(envelope: Envelope, mail: Buffer): Promise<Transmission> {
    const body = chunksOf(mail);
    let gone = false;
    body.once('end', () => (gone = true));
    try {
      const info = await this.attempt<Taken>((done) =>
        this.#connection.send(
          { from: envelope.from, to: [...envelope.to], size: mail.length },
          body,
          (error, taken) => done(error, taken),
        ),
      );
      return takenTransmission(info);
    } catch (error) {
      this.close();
      return failedTransmission(error as FailedSend, gone);
    }
  }

  /** Says goodbye and lets go; safe to call twice. */
  close(): void {
    if (!this.usable) return;
    this.#connection.quit();
    setTimeout(() => this.#connection.close(), GOODBYE_MS).unref();
    this.end(new Error('closed'));
  }

  /** Ends it at once, whatever is going on. */
  abort(reason: unknown): void {
    this.end(reason);
    this.#connection.close();
  }

  private async converse(conversation: (say: Say) => Promise<void>): Promise<void> {
    let failure: unknown;
    // Kept away from nodemailer, which writes its own code over that of whatever a handler throws.
    this.#conversation = (say) => conversation(say).catch((error: unknown) => void (failure = error));
    await this.attempt<unknown>((done) =>
      this.#connection.login({ method: CONVERSATION, user: '-', pass: '-' }, done),
    );
    if (failure !== undefined) throw failure as Error;
  }

  // nodemailer tells some failures to the callback and others to its 'error' event only.
  private attempt<T>(act: (done: (error?: unknown, value?: T) => void) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (!this.usable) {
        reject(this.#closed as Error);
        return;
      }
      this.#interrupt = reject;
      act((error, value) => (error ? reject(error as Error) : resolve(value as T)));
    });
  }

  private end(error: unknown): void {
    this.#closed ??= error;
    this.#interrupt(error);
  }
}

// In pieces, so that "all of it has gone" is not said before the socket has taken nearly all of it.
function chunksOf(mail: Buffer): Readable {
  const count = Math.ceil(mail.length / CHUNK_BYTES);
  const chunks = Array.from({ length: count }, (_, i) =>
    mail.subarray(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES),
  );
  return Readable.from(chunks, { objectMode: false, highWaterMark: CHUNK_BYTES });
}

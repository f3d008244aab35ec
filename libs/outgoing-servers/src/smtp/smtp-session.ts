import { tlsOptions, type Destination, type TlsTrust } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { type Security } from '../servers/outgoing-server.js';
import { type Credentials } from './credentials.js';
import { hello, type Extensions } from './extensions.js';
import { judgeServer } from './judge-server.js';
import { type Reply } from './reply.js';
import { replyProblem } from './reply-problem.js';
import { signIn } from './sign-in-dialogue.js';
import { SmtpWire } from './smtp-wire.js';
import { troubleWith } from './smtp-trouble.js';
import { Transaction } from './transaction.js';
import { type Envelope, type Letter, type Transmission } from './transmission.js';

/** How long the server may take, in ms: to connect and greet, and to say anything at all afterwards. */
export interface Patience {
  readonly connectMs: number;
  readonly silenceMs: number;
  /** Ends the session at once, whatever is going on. */
  readonly hangUp?: AbortSignal;
}

/** Where a server listens, and whom we believe there. */
export interface SmtpPlace {
  readonly port: number;
  readonly security: Security;
  readonly tlsTrust: TlsTrust;
}

const GOODBYE_MS = 2_000;

/**
 * One connection to a server: open it, sign in, hand over mails one after the other, close it. Nothing but our greeting
 * is said to a server whose certificate is not believed. After a throw or a lost transmission it is closed; not for reuse.
 */
export class SmtpSession {
  private constructor(
    private readonly wire: SmtpWire,
    private readonly extensions: Extensions,
  ) {}

  /** Connects, secures the connection as `security` demands and says hello. Throws the problem that it met. */
  static async open(
    to: Destination,
    place: SmtpPlace,
    ehlo: string,
    { connectMs, silenceMs, hangUp }: Patience,
  ): Promise<SmtpSession> {
    let wire: SmtpWire | undefined;
    try {
      wire = await SmtpWire.connect(to, place.port, connectMs, hangUp);
      const extensions = await greeted(wire, to, place, ehlo);
      wire.patience(silenceMs);
      return new SmtpSession(wire, extensions);
    } catch (error) {
      wire?.quit(GOODBYE_MS);
      throw troubleWith(error);
    }
  }

  /** False once it ended, for whatever reason. */
  get usable(): boolean {
    return this.wire.open;
  }

  /** The largest mail that the server says it takes, in bytes; null when it does not say. */
  get largest(): number | null {
    return this.extensions.size;
  }

  /** Signs in. Throws the problem that it met. */
  async signIn(credentials: Credentials): Promise<void> {
    if (credentials === null) return;
    try {
      await signIn((line) => this.wire.say(line), credentials, this.extensions);
    } catch (error) {
      this.close();
      throw troubleWith(error);
    }
  }

  /**
   * Asks whether mail may come from `address`, and takes the question back. Throws the problem of the answer; the session
   * stays usable unless the server hung up.
   */
  async trySender(address: string): Promise<void> {
    const reply = await this.ask(`MAIL FROM:<${address}>`);
    await this.ask('RSET');
    if (reply.status !== 250) throw replyProblem(reply, 'sender');
  }

  /** Asks whether mail from one to the other is taken, and leaves the question open for `tryData`. Throws its problem. */
  async tryRecipient(from: string, to: string): Promise<void> {
    const sender = await this.ask(`MAIL FROM:<${from}>`);
    if (sender.status !== 250) throw replyProblem(sender, 'sender');
    const recipient = await this.ask(`RCPT TO:<${to}>`);
    if (recipient.status < 250 || recipient.status > 252) throw replyProblem(recipient, 'recipients');
  }

  /** Asks whether the mail itself may come, and hangs up before it does: nothing was sent. Throws the problem. */
  async tryData(): Promise<void> {
    const reply = await this.ask('DATA');
    this.abort(new Error('the test is over'));
    if (reply.status !== 354) throw replyProblem(reply, 'data');
  }

  /** Hands over one mail. Never throws: whatever happens is an answer. Usable afterwards unless the server hung up. */
  async transmit(envelope: Envelope, letter: Letter): Promise<Transmission> {
    const transaction = new Transaction(this.wire, this.extensions);
    try {
      const outcome = await transaction.run(envelope, letter);
      await this.tidyUp(outcome);
      return outcome;
    } catch (cause) {
      this.abort(cause);
      return { kind: 'lost', uncertain: transaction.gone, cause };
    }
  }

  /** Says goodbye and lets go; safe to call twice. */
  close(): void {
    this.wire.quit(GOODBYE_MS);
  }

  /** Ends it at once, whatever is going on. */
  abort(reason: unknown): void {
    this.wire.end(reason);
  }

  private async ask(line: string): Promise<Reply> {
    try {
      return await this.wire.say(line);
    } catch (error) {
      this.close();
      throw troubleWith(error);
    }
  }

  // A refusal leaves a transaction open; where even that cannot be taken back, the connection is no use.
  private async tidyUp(outcome: Transmission): Promise<void> {
    if (outcome.kind === 'taken') return;
    const over = outcome.kind === 'lost' || outcome.reply.status === 421;
    const clean = !over && (await this.wire.say('RSET').catch(() => null))?.status === 250;
    if (!clean) this.close();
  }
}

async function greeted(wire: SmtpWire, to: Destination, place: SmtpPlace, ehlo: string): Promise<Extensions> {
  if (place.security === 'tls') await secure(wire, to, place);
  const greeting = await wire.hear();
  if (greeting.status !== 220) throw replyProblem(greeting, 'greeting');
  const extensions = await hello(wire, ehlo);
  if (place.security !== 'starttls') return extensions;
  const { status } = await wire.say('STARTTLS');
  if (status !== 220) throw outgoingProblem('starttls-not-offered', { disposition: 'ask-admin' });
  await secure(wire, to, place);
  return hello(wire, ehlo);
}

async function secure(
  wire: SmtpWire,
  { servername }: Destination,
  { port, tlsTrust }: SmtpPlace,
): Promise<void> {
  const socket = await wire.secure(tlsOptions(servername, tlsTrust));
  const refusal = judgeServer(socket, tlsTrust, { host: servername, port });
  if (refusal) throw refusal;
}

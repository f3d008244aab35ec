import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** One mail that was taken, and in which phase. */
export interface Arrival {
  readonly messageId: string;
  readonly phase: number;
}

const VERDICT_MS = 3;

/**
 * A mail server that keeps no mail but remembers what it took, and which conversations have a mail in doubt: from DATA on
 * until the client begins another mail on that connection, because only then it has shown that it heard the answer.
 */
export class CountingSink {
  readonly arrivals: Arrival[] = [];
  /** Counted up by whoever runs the kills. */
  phase = 0;
  readonly #inDoubt = new Set<string>();
  readonly #open = new Set<string>();
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      maxClients: 500,
      onConnect: ({ id }, done) => (this.#open.add(id), done()),
      onClose: ({ id }) => this.#open.delete(id),
      onMailFrom: (_from, { id }, done) => (this.#inDoubt.delete(id), done()),
      // A client that dies in the middle of its mail ends the stream with an error: that mail was not taken.
      onData: (stream, session, answer) => void this.take(stream, session).then(() => answer(null), answer),
    });
    this.#server.on('error', () => undefined);
  }

  static async start(): Promise<CountingSink> {
    const sink = new CountingSink();
    sink.#server.listen(0, '127.0.0.1');
    await once(sink.#server.server, 'listening');
    return sink;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  /** Connections that somebody holds. */
  get connections(): number {
    return this.#open.size;
  }

  /** How many mails were in doubt when their connections ended; begins anew. To be asked when nobody is connected. */
  countDoubts(): number {
    const count = this.#inDoubt.size;
    this.#inDoubt.clear();
    return count;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(resolve));
  }

  private async take(stream: SMTPServerDataStream, { id }: SMTPServerSession): Promise<void> {
    this.#inDoubt.add(id);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    // Long enough that mails are in DATA whenever somebody looks.
    await pause(VERDICT_MS);
    const messageId = /^Message-ID: (.*)$/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? '';
    this.arrivals.push({ messageId, phase: this.phase });
  }
}

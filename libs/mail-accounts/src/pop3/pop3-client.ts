import { Pop3Failure, Pop3Refusal, parseReply, type Pop3Reply } from './pop3-reply.js';
import { parseCapabilities, parseEntry, type Pop3Entry } from './pop3-list.js';
import { type Pop3Wire } from './pop3-wire.js';

const GREETING_MS = 15_000;
/** A mailbox with more mail is not read; servers keep less. */
const LIST_LINES = 1_000_000;
const CAPABILITY_LINES = 200;
/** Commands that may wait for their answers together, where PIPELINING is announced (RFC 2449 section 6.6). */
const AHEAD = 24;
/** And the mail that may be on its way with them: somebody who stops listening has to read it off. */
const AHEAD_BYTES = 262_144;

/** A mail to fetch: its number in this session, and its size as LIST has it. */
export interface Wanted {
  readonly number: number;
  readonly size: number;
}

/** A mail as it came; null where the server refused to send it. */
export interface Retrieved {
  readonly number: number;
  readonly source: Buffer | null;
}

/**
 * The commands of POP3 (RFC 1939, 2449, 2595). One at a time: await an answer, or read a list of mails to its end, before
 * the next. A -ERR throws `Pop3Refusal` and leaves the connection as it is; everything else that throws has ended it.
 */
export class Pop3Client {
  #capabilities: ReadonlyMap<string, string> = new Map();
  #hasQuit = false;

  constructor(private readonly wire: Pop3Wire) {}

  /** What the server announced; empty where it knows no CAPA. */
  get capabilities(): ReadonlyMap<string, string> {
    return this.#capabilities;
  }

  /** False once the connection ended, for whatever reason. */
  get usable(): boolean {
    return this.wire.usable;
  }

  /** QUIT was answered, one way or the other: this session is over as it should be. */
  get hasQuit(): boolean {
    return this.#hasQuit;
  }

  /** Reads the greeting. Throws `GREETING_TIMEOUT` when none comes within 15 s. */
  async greeted(): Promise<void> {
    const late = new Pop3Failure('GREETING_TIMEOUT', 'The server does not greet');
    const timer = setTimeout(() => this.close(late), GREETING_MS);
    await this.agreed('greeting').finally(() => clearTimeout(timer));
  }

  /** Asks anew what the server can do. */
  async askCapabilities(): Promise<void> {
    const lines = await this.list('CAPA', CAPABILITY_LINES).catch((error: unknown) => {
      if (error instanceof Pop3Refusal) return [];
      throw error;
    });
    this.#capabilities = parseCapabilities(lines);
  }

  /** STLS; TLS begins with the next byte. */
  async startTls(): Promise<void> {
    await this.say('STLS');
  }

  /** One command and its +OK. */
  async say(command: string): Promise<void> {
    this.wire.send(`${command}\r\n`);
    await this.agreed(verb(command));
  }

  /** A line that is no command, and the status it is answered with: for sign-ins. */
  async exchange(line: string): Promise<Pop3Reply> {
    this.wire.send(`${line}\r\n`);
    return this.reply();
  }

  /** UIDL or LIST of all mails, in the server's order. Lines that are none are left out. */
  async entries(command: 'UIDL' | 'LIST'): Promise<Pop3Entry[]> {
    const lines = await this.list(command, LIST_LINES);
    return lines.map(parseEntry).filter((entry) => entry !== null);
  }

  /**
   * Fetches mails, in order, each as it was sent; several are asked for at once where the server can take it. A mail above
   * `maxBytes` ends the connection. Whoever stops early waits until what is on its way has been read off.
   */
  async *retrieve(mails: readonly Wanted[], maxBytes: number): AsyncGenerator<Retrieved> {
    const asked: Wanted[] = [];
    let next = 0;
    let onTheWay = 0;
    const askMore = (): void => {
      for (let mail = mails[next]; mail && this.mayAsk(asked.length, onTheWay); mail = mails[next]) {
        this.wire.send(`RETR ${mail.number}\r\n`);
        asked.push(mail);
        onTheWay += mail.size;
        next += 1;
      }
    };
    try {
      for (askMore(); asked[0]; askMore()) {
        const { number, size } = asked[0];
        const source = await this.mail(maxBytes);
        asked.shift();
        onTheWay -= size;
        yield { number, source };
      }
    } finally {
      while (this.wire.usable && asked.shift()) await this.mail(maxBytes);
    }
  }

  /** Marks mails as deleted; they go when QUIT is answered. Answers which of them the server would not mark. */
  async remove(numbers: readonly number[]): Promise<readonly number[]> {
    const refused: number[] = [];
    const step = this.canPipeline ? AHEAD : 1;
    for (let from = 0; from < numbers.length; from += step) {
      const some = numbers.slice(from, from + step);
      this.wire.send(some.map((number) => `DELE ${number}\r\n`).join(''));
      for (const number of some) if ((await this.reply()).kind !== 'ok') refused.push(number);
    }
    return refused;
  }

  /** QUIT: what was marked is gone only when this resolves. Afterwards the connection is closed. */
  async quit(): Promise<void> {
    try {
      const reply = await this.exchange('QUIT');
      this.#hasQuit = true;
      if (reply.kind !== 'ok') throw new Pop3Refusal('QUIT', reply);
    } finally {
      this.close();
    }
  }

  /** Hangs up without a word: nothing that was marked is deleted (RFC 1939 section 6). Who waits for an answer gets `why`. */
  close(why?: Error): void {
    this.wire.close(why);
  }

  private get canPipeline(): boolean {
    return this.#capabilities.has('PIPELINING');
  }

  private mayAsk(asked: number, bytes: number): boolean {
    return asked === 0 || (this.canPipeline && asked < AHEAD && bytes < AHEAD_BYTES);
  }

  private async mail(maxBytes: number): Promise<Buffer | null> {
    if ((await this.reply()).kind !== 'ok') return null;
    const pieces: Buffer[] = [];
    for await (const piece of this.wire.mail(maxBytes)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  private async list(command: string, limit: number): Promise<string[]> {
    await this.say(command);
    return this.wire.lines(limit);
  }

  private async agreed(command: string): Promise<void> {
    const reply = await this.reply();
    if (reply.kind === 'refused') throw new Pop3Refusal(command, reply);
    if (reply.kind === 'continue') throw this.nonsense();
  }

  private async reply(): Promise<Pop3Reply> {
    const reply = parseReply(await this.wire.line());
    if (!reply) throw this.nonsense();
    return reply;
  }

  private nonsense(): Pop3Failure {
    this.close();
    return new Pop3Failure('InvalidResponse', 'This is no POP3');
  }
}

function verb(command: string): string {
  return command.split(' ', 1)[0] ?? '';
}

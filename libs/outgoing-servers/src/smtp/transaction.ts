import { DotStuffing } from './dot-stuffing.js';
import { envelopeLines, outsideAscii } from './envelope-lines.js';
import { type Extensions } from './extensions.js';
import { parseReply, type Reply } from './reply.js';
import { type SmtpWire } from './smtp-wire.js';
import { type Envelope, type Letter, type Transmission, type TurnedDown } from './transmission.js';

// What the server would have said to a mail above the SIZE it named (RFC 1870), and to an address that it cannot know
// (RFC 6531 section 3.5).
const TOO_LARGE = parseReply('552 5.3.4 SIZE');
const NOT_ASCII = parseReply('553 5.6.7 SMTPUTF8');

/** One mail handed over on an open connection. Throws only what ended the connection; `gone` tells how far it had got. */
export class Transaction {
  /** All of the mail had been given to the system: the server may have it. */
  gone = false;

  constructor(
    private readonly wire: SmtpWire,
    private readonly extensions: Extensions,
  ) {}

  async run(envelope: Envelope, letter: Letter): Promise<Transmission> {
    const { size, utf8 } = this.extensions;
    if (size !== null && letter.size > size) return refused('data', TOO_LARGE);
    if (!utf8 && outsideAscii(envelope.from)) return refused('sender', NOT_ASCII);
    const known = utf8 ? envelope.to : envelope.to.filter((address) => !outsideAscii(address));
    const unknown = envelope.to.flatMap((address) =>
      known.includes(address) ? [] : down(address, NOT_ASCII),
    );
    if (known.length === 0) return refused('recipients', NOT_ASCII, unknown);
    return this.offer({ ...envelope, to: known }, letter, unknown);
  }

  private async offer(
    envelope: Envelope,
    letter: Letter,
    unknown: readonly TurnedDown[],
  ): Promise<Transmission> {
    const replies = this.converse(envelopeLines(envelope, letter.size, this.extensions));
    const sender = await replies.next();
    if (sender.status !== 250) return (await replies.rest(), refused('sender', sender));
    const accepted: string[] = [];
    const turnedDown = [...unknown];
    for (const address of envelope.to) {
      const reply = await replies.next();
      if (isTaken(reply)) accepted.push(address);
      else turnedDown.push(...down(address, reply));
    }
    if (accepted.length === 0) {
      await this.takeBack(replies);
      return refused('recipients', turnedDown[0]?.reply ?? NOT_ASCII, turnedDown);
    }
    const invitation = await replies.next();
    if (invitation.status !== 354) return refused('data', invitation, turnedDown);
    const verdict = await this.data(letter);
    if (verdict.status >= 200 && verdict.status < 300)
      return { kind: 'taken', reply: verdict, accepted, turnedDown };
    if (verdict.status < 400) return { kind: 'lost', uncertain: true, cause: new Error(verdict.text) };
    return refused('data', verdict, turnedDown);
  }

  /** In one go where the server can (RFC 2920), else line by line; what is not asked for is not said. */
  private converse(lines: readonly string[]): Replies {
    if (!this.extensions.pipelining) {
      let at = 0;
      return { next: () => this.wire.say(lines[at++] ?? ''), rest: () => Promise.resolve([]) };
    }
    const replies = this.wire.sayAll(lines);
    const next = (): Promise<Reply> => replies.shift() ?? Promise.reject(new Error('nothing was said'));
    return { next, rest: () => Promise.all(replies.splice(0)) };
  }

  // The DATA that was sent along may have been invited although nobody is there to get it: the mail is empty then.
  private async takeBack(replies: Replies): Promise<void> {
    const [invitation] = await replies.rest();
    if (invitation?.status !== 354) return;
    await this.wire.say('.');
  }

  private async data({ pieces }: Letter): Promise<Reply> {
    const stuffing = new DotStuffing();
    let held: Buffer | null = null;
    for await (const piece of pieces()) {
      if (held) await this.wire.write(held);
      held = stuffing.stuff(piece);
    }
    const verdict = this.wire.hear();
    verdict.catch(() => undefined);
    await this.wire.write(Buffer.concat([...(held ? [held] : []), stuffing.end()]));
    this.gone = true;
    return verdict;
  }
}

interface Replies {
  readonly next: () => Promise<Reply>;
  /** Whatever was asked and not heard yet. */
  readonly rest: () => Promise<Reply[]>;
}

function isTaken({ status }: Reply): boolean {
  return status >= 250 && status <= 252;
}

function down(address: string, reply: Reply): TurnedDown[] {
  return [{ address, reply }];
}

function refused(
  moment: 'sender' | 'recipients' | 'data',
  reply: Reply,
  turnedDown: readonly TurnedDown[] = [],
): Transmission {
  return { kind: 'refused', moment, reply, turnedDown };
}

import { type MailStore } from '../mail/mail-store.js';
import { type People } from '../mail/people.js';

/** Mail that left the sandbox for another domain: nobody delivers it, everybody can look at it. */
export interface OutboundMail {
  readonly by: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
  readonly at: Date;
}

/** Mail handed in: who signed in, the envelope, the bytes, and whether the sender's Sent folder gets a copy. */
export interface HandedIn {
  readonly by: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
  readonly keepsCopy: boolean;
}

/** Brings accepted mail into the mailboxes here, and keeps what was for elsewhere. */
export class PostOffice {
  readonly sent: OutboundMail[] = [];
  readonly #sendAs = new Map<string, Set<string>>();

  constructor(
    private readonly mail: MailStore,
    private readonly people: People,
  ) {}

  accept({ by, from, to, raw, keepsCopy }: HandedIn): void {
    const at = new Date();
    const delivered = Buffer.concat([Buffer.from(trace(by, from, at)), raw]);
    const here = to.filter((address) => this.people.find(address));
    for (const address of here) this.mail.deliver(address, delivered);
    const elsewhere = to.filter((address) => !here.includes(address));
    if (elsewhere.length > 0) this.sent.push({ by, from, to: elsewhere, raw, at });
    if (keepsCopy) this.mail.folder(by, 'Sent').append(raw, ['\\Seen'], at);
  }

  /** Lets this person send as another address, too. */
  allowSendAs(owner: string, address: string): void {
    const allowed = this.#sendAs.get(owner.toLowerCase()) ?? new Set();
    this.#sendAs.set(owner.toLowerCase(), allowed.add(address.toLowerCase()));
  }

  maySendAs(owner: string, address: string): boolean {
    const [who, as] = [owner.toLowerCase(), address.toLowerCase()];
    return as === '' || as === who || this.#sendAs.get(who)?.has(as) === true;
  }
}

function trace(by: string, from: string, at: Date): string {
  return `Return-Path: <${from}>\r\nReceived: from client (authenticated as ${by})\r\n by sandbox.test with ESMTPA; ${at.toUTCString().replace('GMT', '+0000')}\r\n`;
}

import { listMaildrop, type NamedMail } from './maildrop.js';
import { type Pop3Client } from './pop3-client.js';

/** A session with its mail. */
export interface OpenMaildrop {
  readonly client: Pop3Client;
  /** By the number that serves as UID. */
  readonly mails: ReadonlyMap<number, { readonly number: number; readonly size: number }>;
  /** A mail longer than this is none. */
  readonly maxBytes: number;
}

/** How to come to a maildrop and to the numbers of what is in it. */
export interface MaildropAccess {
  /** A session of its own; `limit` gives it up. */
  readonly enter: (limit: AbortSignal) => Promise<Pop3Client>;
  readonly numbered: (names: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** These numbers stand for nothing any more: what has their names gets new ones. */
  readonly disown: (uids: readonly number[]) => Promise<void>;
  readonly maxBytes: number;
}

/** One session after the other with the same maildrop: after a QUIT the next one is opened when it is needed. */
export class Maildrops {
  readonly #over = new AbortController();
  #client: Pop3Client | null;
  #listed: readonly NamedMail[] | null = null;
  #open: OpenMaildrop | null = null;

  constructor(
    client: Pop3Client,
    private readonly access: MaildropAccess,
  ) {
    this.#client = client;
  }

  /** The session that is open, or was last. */
  get client(): Pop3Client | null {
    return this.#client;
  }

  /** What lies there, without giving numbers to it. Throws problem `mailbox-uidl-missing`. */
  async list(): Promise<readonly NamedMail[]> {
    const client = await this.entered();
    this.#listed ??= await listMaildrop(client);
    return this.#listed;
  }

  /** The open session, or a new one, with what lies there by number. */
  async open(): Promise<OpenMaildrop> {
    const client = await this.entered();
    this.#open ??= await this.numbered(client);
    return this.#open;
  }

  /** Whatever goes by these numbers is new from now on. */
  async disown(uids: readonly number[]): Promise<void> {
    if (uids.length === 0) return;
    await this.access.disown(uids);
    this.#open = null;
  }

  /** Cuts the session that is open, or opening; there is no other one from then on. */
  hangUp(): void {
    this.#over.abort();
    this.#client?.close();
  }

  private async numbered(client: Pop3Client): Promise<OpenMaildrop> {
    const list = await this.list();
    const numbers = await this.access.numbered(list.map(({ name }) => name));
    const mails = new Map(list.map(({ name, number, size }) => [numbers.get(name) ?? 0, { number, size }]));
    return { client, mails, maxBytes: this.access.maxBytes };
  }

  private async entered(): Promise<Pop3Client> {
    if (this.#client?.hasQuit === false) return this.#client;
    this.#listed = null;
    this.#open = null;
    this.#client = null;
    this.#client = await this.access.enter(this.#over.signal);
    return this.#client;
  }
}

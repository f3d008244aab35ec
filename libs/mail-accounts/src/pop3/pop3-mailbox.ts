import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type Cursor } from '../mailbox/cursor.js';
import { isStubMail } from '../mailbox/stub-mail.js';
import {
  type DisposalWish,
  type Mailbox,
  type SentMail,
  type Waiting,
  type Wanted,
  type Weighed,
} from '../mailbox/mailbox.js';
import { type Maildrops, type OpenMaildrop } from './maildrops.js';
import { Pop3Refusal } from './pop3-reply.js';
import { receivedDate } from './received-date.js';
import { walkBack, type DatedMail } from './walk-back.js';

/**
 * What a POP3 server keeps for a login. Deleting takes a QUIT, so that mail is disposed of in lots, and what is asked
 * afterwards is asked in a new session; mail goes by the same numbers there.
 */
export class Pop3Mailbox implements Mailbox {
  readonly folder = 'INBOX';
  /** What IMAP never has (RFC 9051 section 2.3.1.1): an account that changes its protocol keeps the two apart. */
  readonly uidValidity = 0;
  readonly lot = 500;
  /** What is being read to find out its date. */
  #suspect: number | null = null;
  #counting: { readonly upTo: number; readonly uids: ReadonlySet<number> } | null = null;

  constructor(private readonly maildrops: Maildrops) {}

  get suspect(): number | null {
    return this.#suspect;
  }

  async uidNext(): Promise<number> {
    return ((await this.uids()).at(-1) ?? 0) + 1;
  }

  async look(cursor: Cursor, wanted: Wanted): Promise<Waiting> {
    const { again, apart, limit } = wanted;
    const { mails } = await this.maildrops.open();
    const behind = (await this.uids()).filter((uid) => uid > cursor.lastUid);
    const found = behind.filter((uid) => !apart.has(uid));
    const counting = await this.withoutUncounted(cursor, found, wanted);
    const first = counting.slice(0, limit);
    const more = first.length < counting.length;
    return {
      uids: [...new Set([...first, ...again.filter((uid) => mails.has(uid))])],
      end: Math.max(cursor.lastUid, (more ? first.at(-1) : behind.at(-1)) ?? 0),
      more,
    };
  }

  async weigh(uids: readonly number[], sizeLimit: number): Promise<Weighed> {
    const { mails } = await this.maildrops.open();
    const sizes = new Map(uids.map((uid) => [uid, mails.get(uid)?.size ?? 0]));
    const tooLarge = [...sizes].filter(([, size]) => size > sizeLimit);
    return { sizes, oversized: tooLarge.map(([uid, size]) => undescribed(uid, size)) };
  }

  async stillThere(uids: readonly number[]): Promise<readonly number[]> {
    if (uids.length === 0) return [];
    const { mails } = await this.maildrops.open();
    return uids.filter((uid) => mails.has(uid));
  }

  async *fetch(uids: readonly number[]): AsyncGenerator<SentMail> {
    for await (const { uid, source } of this.retrieved(await this.maildrops.open(), uids)) {
      if (source && !isStubMail(source)) yield { uid, source, receivedAt: receivedDate(source) };
    }
  }

  async dispose({ disposition }: DisposalWish, uids: readonly number[]): Promise<void> {
    if (disposition === 'leave' || uids.length === 0) return;
    if (disposition !== 'delete') throw disposalRefused();
    const { client, mails } = await this.maildrops.open();
    const numbers = uids.flatMap((uid) => mails.get(uid)?.number ?? []);
    const kept = await client.remove(numbers);
    await client.quit().catch((error: unknown) => {
      throw error instanceof Pop3Refusal ? disposalRefused() : error;
    });
    // A server may have the same UIDL for the next mail already.
    await this.maildrops.disown(uids.filter((uid) => !kept.includes(mails.get(uid)?.number ?? 0)));
    if (kept.length > 0) throw disposalRefused();
  }

  disown(uids: readonly number[]): Promise<void> {
    return this.maildrops.disown(uids);
  }

  /** Whoever may read mail by POP3 may delete it. */
  async tryRights({ disposition }: DisposalWish): Promise<void> {
    if (disposition === 'seen' || disposition === 'move') throw disposalRefused();
  }

  private async uids(): Promise<readonly number[]> {
    const { mails } = await this.maildrops.open();
    return [...mails.keys()].toSorted((one, other) => one - other);
  }

  private async withoutUncounted(
    { lastUid, datedUpTo, countsFrom }: Cursor,
    found: readonly number[],
    wanted: Wanted,
  ): Promise<readonly number[]> {
    if (!countsFrom || lastUid >= datedUpTo) return found;
    // A mailbox is walked through once per connection, however many turns it takes to fetch what counts.
    if (this.#counting?.upTo !== datedUpTo) {
      const dated = found.filter((uid) => uid <= datedUpTo);
      this.#counting = {
        upTo: datedUpTo,
        uids: await walkBack(this.newestFirst(dated, wanted), countsFrom),
      };
      this.#suspect = null;
    }
    const { uids } = this.#counting;
    return found.filter((uid) => uid > datedUpTo || uids.has(uid));
  }

  // Servers list mail as it came. One that has the newest on top is found out by its two ends.
  private async *newestFirst(uids: readonly number[], wanted: Wanted): AsyncGenerator<DatedMail> {
    const [first, last] = [uids[0], uids.at(-1)];
    if (first === undefined || last === undefined) return;
    const ends: DatedMail[] = [];
    for await (const end of this.dated([first, last], wanted)) ends.push(end);
    const [oldest, newest] = ends.map(({ receivedAt }) => receivedAt);
    const isUpsideDown = oldest && newest ? oldest > newest : false;
    yield* this.dated(isUpsideDown ? uids : uids.toReversed(), wanted);
  }

  private async *dated(uids: readonly number[], { sizeLimit, oneByOne }: Wanted): AsyncGenerator<DatedMail> {
    const drop = await this.maildrops.open();
    const isReadable = (uid: number): boolean => (drop.mails.get(uid)?.size ?? 0) <= sizeLimit;
    // What is too large to read has no date, and counts.
    for (const uid of uids) if (!isReadable(uid)) yield { uid, receivedAt: null };
    const readable = uids.filter(isReadable);
    // Several asked for at once leave open which of them a connection broke on.
    const asked = oneByOne ? readable.map((uid) => [uid]) : [readable];
    for (const together of asked) {
      this.#suspect = together.length === 1 ? (together[0] ?? null) : null;
      for await (const { uid, source } of this.retrieved(drop, together)) {
        yield { uid, receivedAt: source && receivedDate(source) };
      }
    }
  }

  private async *retrieved(
    { client, mails, maxBytes }: OpenMaildrop,
    uids: readonly number[],
  ): AsyncGenerator<{ uid: number; source: Buffer | null }> {
    const wanted = uids.flatMap((uid) => {
      const mail = mails.get(uid);
      return mail ? [{ ...mail, uid }] : [];
    });
    const uidOf = new Map(wanted.map(({ number, uid }) => [number, uid]));
    for await (const { number, source } of client.retrieve(wanted, maxBytes)) {
      const uid = uidOf.get(number);
      if (uid !== undefined) yield { uid, source };
    }
  }
}

function undescribed(uid: number, size: number): Weighed['oversized'][number] {
  return { uid, size, receivedAt: null, messageId: null, sender: null, subject: '' };
}

function disposalRefused() {
  return mailAccountProblem('mailbox-disposal-refused', { disposition: 'ask-admin' });
}

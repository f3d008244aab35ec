import { Injectable } from '@nestjs/common';
import { Clock, type Problem } from '@mailroom/kernel';
import { type MailAccount } from '../accounts/mail-account.js';
import { type ArrivedMail } from '../deliveries/arrived-mail.js';
import { GroupCommit, type Place } from '../deliveries/group-commit.js';
import { Ledger } from '../deliveries/ledger.js';
import { oversizedRow, withheldRow } from '../deliveries/unfetched-rows.js';
import { type OpenMailbox } from '../imap/open-mailbox.js';
import { MailParser } from '../parsing/mail-parser.js';
import { type Holding } from '../sessions/holding.js';
import { Allowance } from './allowance.js';
import { cursorFor, isAt, type Cursor } from './cursor.js';
import { Debts } from './debts.js';
import { fetchRanges, type Parcel } from './fetch-ranges.js';
import { inGroups } from './in-groups.js';
import { lookForMail, uidNextOf, type OversizedMail, type Waiting } from './look-for-mail.js';
import { MailDisposal } from './mail-disposal.js';
import { planRanges } from './plan-ranges.js';
import { ReadAhead } from './read-ahead.js';
import { SettledUids } from './settled-uids.js';
import { type SentMail } from './stream-range.js';

/** Raw mail that all sessions of a process may have under way together. */
const MEMORY_BYTES = 33_554_432;

/** One visit to a mailbox. */
export interface Visit {
  readonly account: MailAccount;
  readonly holding: Holding;
  readonly mailbox: OpenMailbox;
  /** Aborts when the session is to end: what has arrived is still committed, nothing more is asked for. */
  readonly signal: AbortSignal;
  /** Called after every commit: the mailbox is getting emptier, whatever comes. */
  readonly progressed: () => void;
}

/** What a drain came to. */
export interface DrainReport {
  readonly taken: number;
  /** The server would not dispose of mail; all of it was fetched nevertheless. */
  readonly disposalProblem: Problem | null;
}

/** A mail being read, or a parcel without one. The raw bytes are with the reader alone: packed, they are half. */
type Underway =
  | {
      readonly kind: 'mail';
      readonly reading: Promise<ArrivedMail>;
      readonly bytes: number;
      readonly done: () => void;
    }
  | Exclude<Parcel, { kind: 'mail' }>;

/**
 * Empties a mailbox into the host: looks what is new, fetches range by range while the groups before are committed,
 * and disposes of what is safe. Throws what stopped it; everything committed until then stays committed.
 */
@Injectable()
export class MailboxDrain {
  readonly #memory = new Allowance(MEMORY_BYTES);

  constructor(
    private readonly groups: GroupCommit,
    private readonly ledger: Ledger,
    private readonly disposal: MailDisposal,
    private readonly parser: MailParser,
    private readonly clock: Clock,
  ) {}

  async run(visit: Visit): Promise<DrainReport> {
    const { account, holding, mailbox } = visit;
    const cursor = await this.cursorOf(visit);
    const debts = new Debts(this.disposal, mailbox.client, account);
    await debts.settleOld(cursor);
    const waiting = await this.look(visit, cursor);
    const place: Place = { account, holding, cursor, settled: settledUids(waiting, cursor) };
    await this.noteOversized(place, waiting.oversized);
    const taken = await this.takeAll(visit, place, debts, waiting);
    await debts.settle();
    await this.keepCursor(place);
    return { taken, disposalProblem: debts.problem };
  }

  private async cursorOf({ account, mailbox }: Visit): Promise<Cursor> {
    const uidNext = await uidNextOf(mailbox.client);
    return cursorFor(account, { uidValidity: Number(mailbox.uidValidity), uidNext }, this.clock.now());
  }

  private async look({ account, mailbox }: Visit, cursor: Cursor): Promise<Waiting> {
    const sizeLimit = account.sizeLimitBytes;
    const again = await this.ledger.unfetched(account.id, cursor, sizeLimit);
    return lookForMail(mailbox.client, cursor, { sizeLimit, again });
  }

  private async takeAll(
    { mailbox, signal, progressed }: Visit,
    place: Place,
    debts: Debts,
    { uids, sizes }: Waiting,
  ): Promise<number> {
    const failed = new AbortController();
    const over = (): boolean => signal.aborted || failed.signal.aborted;
    const run = { client: mailbox.client, memory: this.#memory, over, between: () => debts.settle() };
    const parcels = new ReadAhead(this.read(fetchRanges(run, planRanges(uids, sizes))));
    let taken = 0;
    try {
      for await (const group of inGroups(parcels)) {
        debts.add(await this.take(place, group));
        taken += group.length;
        progressed();
      }
    } finally {
      failed.abort();
      void letGo(parcels);
    }
    return taken;
  }

  // Reading begins the moment a mail arrives, while others are still on their way.
  private async *read(parcels: AsyncIterable<Parcel>): AsyncGenerator<Underway> {
    for await (const parcel of parcels) {
      yield parcel.kind === 'mail' ? this.readUnderway(parcel) : parcel;
    }
  }

  private readUnderway({ kind, mail, bytes, done }: Parcel & { kind: 'mail' }): Underway {
    const reading = this.readMail(mail);
    // Whoever takes the mail awaits it; nobody does when the drain fails before.
    reading.catch(() => undefined);
    return { kind, reading, bytes, done };
  }

  private async readMail({ uid, source, receivedAt }: SentMail): Promise<ArrivedMail> {
    const { parsed, contentKey, packed, size } = await this.parser.parse(source);
    return { uid, receivedAt: receivedAt ?? this.clock.now(), size, parsed, contentKey, packed };
  }

  private async take(place: Place, group: readonly Underway[]) {
    try {
      const mails = await Promise.all(group.flatMap((one) => (one.kind === 'mail' ? one.reading : [])));
      const disposable = mails.length > 0 ? await this.groups.commit(place, mails) : [];
      for (const parcel of group) await this.noteAbsent(place, parcel);
      return disposable;
    } finally {
      for (const { done } of group) done();
    }
  }

  private async noteAbsent(place: Place, parcel: Underway): Promise<void> {
    if (parcel.kind === 'gone') place.settled.settle(parcel.uids);
    if (parcel.kind !== 'withheld') return;
    const mails = parcel.uids.map((uid) => ({ uid }));
    const now = this.clock.now();
    await this.groups.note(place, mails, (mail, id, attempts) => withheldRow(id, mail.uid, attempts, now));
  }

  private async noteOversized(place: Place, mails: readonly OversizedMail[]): Promise<void> {
    const now = this.clock.now();
    if (mails.length > 0) await this.groups.note(place, mails, (mail, id) => oversizedRow(id, mail, now));
  }

  // Mail that is gone, or does not count, moves the cursor without leaving a trace.
  private async keepCursor(place: Place): Promise<void> {
    if (!isAt(place.account, place.cursor, place.settled.cursor())) await this.groups.keepCursor(place);
  }
}

function settledUids({ uids, oversized, end }: Waiting, { lastUid }: Cursor): SettledUids {
  const planned = [...uids, ...oversized.map(({ uid }) => uid)];
  return new SettledUids(
    planned.toSorted((one, other) => one - other),
    lastUid,
    end,
  );
}

// A failed drain leaves mail behind that was fetched for nothing: its memory is for others now.
async function letGo(parcels: ReadAhead<Underway>): Promise<void> {
  for (;;) {
    const parcel = await parcels.next().catch(() => null);
    if (parcel === null || typeof parcel === 'symbol') return;
    parcel.done();
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '@mailroom/kernel';
import { type Place } from '../deliveries/group-commit.js';
import { Ledger } from '../deliveries/ledger.js';
import { cursorFor, isAt, type Cursor } from '../mailbox/cursor.js';
import { MailFolders } from '../mailbox/mail-folders.js';
import { type Waiting } from '../mailbox/mailbox.js';
import { AbsentMail } from './absent-mail.js';
import { cautionFor } from './caution.js';
import { SettledUids } from './settled-uids.js';
import { TurnPlan } from './turn-plan.js';
import { type Visit } from './visit.js';

/** Where an account stands in a folder, and whether that is written down. */
export interface Standpoint {
  readonly cursor: Cursor;
  /** Does the folder's row say that this cursor has come to `lastUid`? */
  readonly isKept: (lastUid: number) => boolean;
}

/** What is to be fetched, and where it will be committed. */
export interface Survey {
  readonly place: Place;
  readonly plan: TurnPlan;
  /** There is more behind what is planned. */
  readonly more: boolean;
}

/** Looks a mailbox over: where it stands, what is new, what is owed, and what has to stay behind. */
@Injectable()
export class MailboxSurvey {
  constructor(
    private readonly ledger: Ledger,
    private readonly folders: MailFolders,
    private readonly absent: AbsentMail,
    private readonly clock: Clock,
  ) {}

  /** Where this account stands in the folder that was opened. */
  async standpoint({ account, mailbox }: Visit): Promise<Standpoint> {
    const { folder, uidValidity } = mailbox;
    const known = await this.folders.of(account.id);
    const here = known.find(({ name }) => name === folder);
    const countsAnew =
      here?.uidValidity === uidValidity && (await mailbox.countsAnew?.(here.lastUid)) === true;
    const selected = { folder, uidValidity, uidNext: await mailbox.uidNext(), countsAnew };
    const cursor = cursorFor(account, known, selected, this.clock.now());
    return { cursor, isKept: (lastUid) => isAt(known, cursor, lastUid) };
  }

  /** What to fetch. Mail that stays behind under suspicion is in the ledger when this resolves. */
  async plan(visit: Visit, cursor: Cursor): Promise<Survey> {
    const { account, holding, notes } = visit;
    const waiting = await this.look(visit, cursor).catch(async (error: unknown) => {
      await this.standAside(visit, cursor);
      throw error;
    });
    const place: Place = { account, holding, cursor, notes, settled: settledUids(waiting, cursor) };
    const plan = await this.turn(visit, place, waiting.uids);
    return { place, plan, more: waiting.more };
  }

  private async look({ account, mailbox, owes }: Visit, cursor: Cursor): Promise<Waiting> {
    const sizeLimit = account.sizeLimitBytes;
    const unfetched = owes ? await this.ledger.unfetched(account.id, cursor) : new Map<number, number>();
    const known = [...unfetched.keys()];
    const there = new Set(await mailbox.stillThere(known));
    const gone = known.filter((uid) => !there.has(uid));
    await this.ledger.gone(account.id, cursor, gone);
    const again = known.filter((uid) => there.has(uid) && (unfetched.get(uid) ?? 0) <= sizeLimit);
    const apart = owes ? await this.ledger.withheld(account.id, cursor) : new Set<number>();
    const oneByOne = cautionFor(account).messages === 1;
    return mailbox.look(cursor, { sizeLimit, again, apart, oneByOne, limit: account.batchMessages });
  }

  // A mail that ends every session before anything is planned is in nobody's line yet. Once it is in the ledger, the
  // next session goes around it.
  private async standAside(visit: Visit, cursor: Cursor): Promise<void> {
    const { account, holding, mailbox, notes, signal, progressed } = visit;
    const suspect = mailbox.suspect ?? null;
    if (suspect === null || signal.aborted || !cautionFor(account).suspectFirst) return;
    const settled = new SettledUids([], cursor.lastUid, cursor.lastUid);
    await this.absent.withheld({ account, holding, cursor, notes, settled }, [suspect]);
    progressed();
  }

  private async turn(
    { account, mailbox, notes, progressed }: Visit,
    place: Place,
    uids: readonly number[],
  ): Promise<TurnPlan> {
    const { messages, suspectFirst } = cautionFor(account);
    const suspects = suspectFirst ? uids.slice(0, 1) : [];
    await this.absent.withheld(place, suspects);
    if (suspects.length > 0) progressed();
    const wanted = uids.slice(suspects.length);
    notes.found(wanted.length);
    const { sizeLimitBytes: sizeLimit, batchBytes: bytes } = account;
    return new TurnPlan({ mailbox, uids: wanted, messages, sizeLimit, bytes });
  }
}

function settledUids({ uids, end }: Waiting, { lastUid }: Cursor): SettledUids {
  return new SettledUids(
    uids.toSorted((one, other) => one - other),
    lastUid,
    end,
  );
}

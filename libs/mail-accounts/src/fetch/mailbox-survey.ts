import { Injectable } from '@nestjs/common';
import { Clock } from '@mailroom/kernel';
import { type Place } from '../deliveries/group-commit.js';
import { Ledger } from '../deliveries/ledger.js';
import { AbsentMail } from './absent-mail.js';
import { cautionFor } from './caution.js';
import { cursorFor, type Cursor } from './cursor.js';
import { lookForMail, stillThere, uidNextOf, type Waiting } from './look-for-mail.js';
import { planRanges, RANGE_LIMITS, type FetchRange } from './plan-ranges.js';
import { SettledUids } from './settled-uids.js';
import { type Visit } from './visit.js';

/** What is to be fetched, and where it will be committed. */
export interface Survey {
  readonly place: Place;
  readonly ranges: readonly FetchRange[];
}

/** Looks a mailbox over: where it stands, what is new, what is owed, and what has to stay behind. */
@Injectable()
export class MailboxSurvey {
  constructor(
    private readonly ledger: Ledger,
    private readonly absent: AbsentMail,
    private readonly clock: Clock,
  ) {}

  /** Where this account stands in the folder that was selected. */
  async cursor({ account, mailbox }: Visit): Promise<Cursor> {
    const uidNext = await uidNextOf(mailbox.client);
    return cursorFor(account, { uidValidity: Number(mailbox.uidValidity), uidNext }, this.clock.now());
  }

  /** What to fetch. Mail that stays behind (too large, under suspicion) is in the ledger when this resolves. */
  async plan(visit: Visit, cursor: Cursor): Promise<Survey> {
    const { account, holding } = visit;
    const waiting = await this.look(visit, cursor);
    const place: Place = { account, holding, cursor, settled: settledUids(waiting, cursor) };
    await this.absent.oversized(place, waiting.oversized);
    return { place, ranges: await this.ranges(visit, place, waiting) };
  }

  private async look({ account, mailbox }: Visit, cursor: Cursor): Promise<Waiting> {
    const sizeLimit = account.sizeLimitBytes;
    const unfetched = await this.ledger.unfetched(account.id, cursor);
    const known = [...unfetched.keys()];
    const there = new Set(await stillThere(mailbox.client, known));
    const gone = known.filter((uid) => !there.has(uid));
    await this.ledger.gone(account.id, cursor, gone);
    const again = known.filter((uid) => there.has(uid) && (unfetched.get(uid) ?? 0) <= sizeLimit);
    return lookForMail(mailbox.client, cursor, { sizeLimit, again });
  }

  private async ranges(
    { account, progressed }: Visit,
    place: Place,
    { uids, sizes }: Waiting,
  ): Promise<readonly FetchRange[]> {
    const { messages, suspectFirst } = cautionFor(account);
    const suspects = suspectFirst ? uids.slice(0, 1) : [];
    await this.absent.withheld(place, suspects);
    if (suspects.length > 0) progressed();
    return planRanges(uids.slice(suspects.length), sizes, { ...RANGE_LIMITS, messages });
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

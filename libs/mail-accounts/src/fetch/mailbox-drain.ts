import { Injectable } from '@nestjs/common';
import { type Problem } from '@mailroom/kernel';
import { type MailAccount } from '../accounts/mail-account.js';
import { type ArrivedMail } from '../deliveries/arrived-mail.js';
import { GroupCommit, type Disposable, type Place } from '../deliveries/group-commit.js';
import { release } from '../parsing/release.js';
import { AbsentMail } from './absent-mail.js';
import { Allowance, type Share } from './allowance.js';
import { Debts } from './debts.js';
import { fetchSteps, type Parcel } from './fetch-steps.js';
import { inGroups, type Pause } from './in-groups.js';
import { MailDisposal } from './mail-disposal.js';
import { MailReader } from './mail-reader.js';
import { MailboxSurvey, type Survey } from './mailbox-survey.js';
import { ReadAhead } from './read-ahead.js';
import { type Visit } from './visit.js';

/**
 * Mail that all sessions of a process may have under way together, as it was sent until it is packed: a group that
 * commits, one read, one on its way.
 */
const MEMORY_BYTES = 20_971_520;

/** A mail being read, or a parcel without one. The raw bytes are with the reader alone: packed, they are less. */
type Underway =
  | {
      readonly kind: 'mail';
      readonly reading: Promise<ArrivedMail>;
      readonly bytes: number;
      readonly memory: Share;
    }
  | Exclude<Parcel, { kind: 'mail' }>;

/** How a drain went. */
export interface Drained {
  /** What the server would not dispose of, if anything: all mail was fetched nevertheless. */
  readonly shortfall: Problem | null;
  /** There is more than one turn takes: drain again. */
  readonly more: boolean;
}

/**
 * Empties a mailbox into the host: looks what is new, fetches range by range while the groups before are committed,
 * and disposes of what is safe. Throws what stopped it; everything committed until then stays committed.
 */
@Injectable()
export class MailboxDrain {
  readonly #memory = new Allowance(MEMORY_BYTES);

  constructor(
    private readonly survey: MailboxSurvey,
    private readonly groups: GroupCommit,
    private readonly absent: AbsentMail,
    private readonly disposal: MailDisposal,
    private readonly reader: MailReader,
  ) {}

  /** One turn: as much as the account's batch limits allow. */
  async run(visit: Visit): Promise<Drained> {
    const { notes } = visit;
    notes.enter('look');
    const { cursor, isKept } = await this.survey.standpoint(visit);
    const debts = new Debts(this.disposal, visit.mailbox, visit.account);
    if (visit.owes) await debts.settleOld(cursor);
    const survey = await this.survey.plan(visit, cursor);
    notes.enter('fetch');
    await this.takeAll(visit, survey, debts);
    notes.enter('dispose');
    await debts.settle();
    // Mail that is gone, or does not count, moves the cursor without leaving a trace.
    if (!isKept(survey.place.settled.cursor())) await this.groups.keepCursor(survey.place);
    const { plan } = survey;
    notes.putOff(plan.left);
    return { shortfall: debts.problem, more: (survey.more || plan.left > 0) && !visit.signal.aborted };
  }

  private async takeAll(
    { mailbox, signal, progressed, notes }: Visit,
    { place, plan }: Survey,
    debts: Debts,
  ): Promise<void> {
    const failed = new AbortController();
    const over = (): boolean => signal.aborted || failed.signal.aborted;
    const between = () => notes.beside('dispose', debts.settleLot());
    const run = { mailbox, memory: this.#memory, over, between };
    const parcels = new ReadAhead(this.read(fetchSteps(run, plan.steps()), place.account));
    try {
      for await (const group of inGroups(parcels)) {
        debts.add(await notes.beside('commit', this.take(place, group)));
        progressed();
      }
    } finally {
      failed.abort();
      void letGo(parcels);
    }
  }

  // Reading begins the moment a mail arrives, while others are still on their way.
  private async *read(
    parcels: AsyncIterable<Parcel | Pause>,
    account: MailAccount,
  ): AsyncGenerator<Underway | Pause> {
    for await (const parcel of parcels) {
      yield parcel.kind === 'mail' ? this.readUnderway(parcel, account) : parcel;
    }
  }

  private readUnderway(
    { kind, mail, bytes, memory }: Parcel & { kind: 'mail' },
    account: MailAccount,
  ): Underway {
    const reading = this.reader.read(mail, account);
    // Whoever takes the mail awaits it; nobody does when the drain fails before.
    reading.then(
      ({ rawRows }) => memory.shrink(rawRows.length),
      () => undefined,
    );
    return { kind, reading, bytes, memory };
  }

  private async take(place: Place, group: readonly Underway[]): Promise<readonly Disposable[]> {
    try {
      const mails = await Promise.all(group.flatMap((one) => (one.kind === 'mail' ? one.reading : [])));
      const disposable = mails.length > 0 ? await this.groups.commit(place, mails) : [];
      for (const { rawRows } of mails) release(rawRows);
      for (const parcel of group) await this.noteAbsent(place, parcel);
      return disposable;
    } finally {
      for (const one of group) if (one.kind === 'mail') one.memory.free();
    }
  }

  private async noteAbsent(place: Place, parcel: Underway): Promise<void> {
    if (parcel.kind === 'gone') place.settled.settle(parcel.uids);
    if (parcel.kind === 'withheld') await this.absent.withheld(place, parcel.uids);
    if (parcel.kind === 'oversized') await this.absent.oversized(place, parcel.mails);
  }
}

// A failed drain leaves mail behind that was fetched for nothing: its memory is for others now.
async function letGo(parcels: ReadAhead<Underway | Pause>): Promise<void> {
  for (;;) {
    const parcel = await parcels.next().catch(() => null);
    if (parcel === null || typeof parcel === 'symbol') return;
    if (parcel.kind === 'mail') parcel.memory.free();
  }
}

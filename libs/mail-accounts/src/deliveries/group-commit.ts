import { Injectable } from '@nestjs/common';
import { Clock, Database, EventLog, InstanceBeat } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type RunNotes } from '../activity/run-notes.js';
import { type MailAccount } from '../accounts/mail-account.js';
import { type Cursor } from '../mailbox/cursor.js';
import { type SettledUids } from '../fetch/settled-uids.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type Holding } from '../sessions/holding.js';
import { type ArrivedMail } from './arrived-mail.js';
import { blameFor } from './blame.js';
import { newDeliveryId } from './delivery-id.js';
import { HandOver } from './hand-over.js';
import { HandlerFault } from './handler-fault.js';
import { inboundMail } from './inbound.js';
import { Ledger, type AskedMail, type KnownMail } from './ledger.js';
import { answered, duplicated, ledgerRow, type LedgerRow, type Verdict } from './ledger-row.js';
import { faultCode, nextOffer } from './next-offer.js';
import { SameMail } from './same-mail.js';
import { sortOut, type Identified, type Sorted } from './sort-out.js';

/** Whose mail is committed, by which right, and how far the drain has come. */
export interface Place {
  readonly account: MailAccount;
  readonly holding: Holding;
  readonly cursor: Cursor;
  readonly settled: SettledUids;
  readonly notes: RunNotes;
}

/** A mail whose copy on the server has served its purpose. */
export interface Disposable {
  readonly id: string;
  readonly uid: number;
}

/**
 * Takes groups of mail in: the ledger, the cursor, the raw bytes and everything the host writes commit together or not
 * at all. A group that throws is done again mail by mail; a mail that throws alone is kept with its raw bytes and
 * offered again later, so that it holds nobody up. Database trouble and a lost session are nobody's fault: they come
 * out as problems `database-trouble` and `session-lost`, with everything rolled back.
 */
@Injectable()
export class GroupCommit {
  readonly #log = new EventLog();

  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly host: HandOver,
    private readonly same: SameMail,
    private readonly beat: InstanceBeat,
    private readonly clock: Clock,
  ) {}

  /** Commits a group and answers what may be disposed of on the server. */
  async commit(place: Place, mails: readonly ArrivedMail[]): Promise<readonly Disposable[]> {
    try {
      return await this.together(place, mails);
    } catch (error) {
      this.unlessItsMail(error);
      const [only, ...others] = mails;
      if (only && others.length === 0) return this.postpone(place, only, error);
    }
    const disposable: Disposable[] = [];
    for (const mail of mails) disposable.push(...(await this.commit(place, [mail])));
    return disposable;
  }

  /** Records mail that was not fetched; `rowOf` gets the id and the attempts that the ledger has of it already. */
  async note<Mail extends { readonly uid: number }>(
    place: Place,
    mails: readonly Mail[],
    rowOf: (mail: Mail, id: string, attempts: number) => LedgerRow,
  ): Promise<void> {
    const noted = await this.inTransaction(place, mails, async (tx, { byUid }) => {
      const newId = this.ids();
      const rows = mails.flatMap((mail) => {
        const before = byUid.get(mail.uid);
        if (before?.fetched) return [];
        return rowOf(mail, before?.id ?? newId(), before?.attempts ?? 0);
      });
      await this.ledger.write(place.account.id, place.cursor, rows, tx);
      return rows;
    });
    place.notes.committed(noted);
  }

  /** Moves the cursor, nothing else. */
  async keepCursor(place: Place): Promise<void> {
    await this.inTransaction(place, [], () => Promise.resolve());
  }

  private async together(place: Place, mails: readonly ArrivedMail[]): Promise<readonly Disposable[]> {
    const { rows, answers } = await this.inTransaction(place, mails, async (tx, known) => {
      const sorted = await this.sorted(place.account, mails, known, tx);
      return this.settle(place, sorted, tx);
    });
    place.notes.committed(rows);
    if (this.#log.debugs) this.tell(place, rows);
    this.host.committed(answers);
    return rows.filter(({ verdict }) => verdict.disposalDue);
  }

  private async inTransaction<T>(
    { holding, cursor, settled }: Place,
    mails: readonly AskedMail[],
    work: (tx: EntityManager, known: KnownMail) => Promise<T>,
  ): Promise<T> {
    // Whoever could not beat for too long may have lost the account already.
    if (!this.beat.alive()) throw mailAccountProblem('session-lost', { disposition: 'retry-later' });
    const uids = mails.map(({ uid }) => uid);
    const result = await this.database.transaction(async (tx) => {
      const known = await this.ledger.open(holding, cursor, settled.cursor(uids), mails, tx);
      return work(tx, known);
    });
    settled.settle(uids);
    return result;
  }

  private sorted(
    account: MailAccount,
    mails: readonly ArrivedMail[],
    { byUid, byContent }: KnownMail,
    tx: EntityManager,
  ): Promise<Sorted> {
    return this.same.apart(account.id, sortOut(mails, byUid, byContent, this.ids()), tx);
  }

  private async settle({ account, cursor }: Place, { fresh, duplicates }: Sorted, tx: EntityManager) {
    const { verdicts, answers } = await this.verdictsOf(account, fresh, tx);
    const rows = [
      ...fresh.map(({ id, mail }) => ledgerRow(id, mail, verdicts.get(id) ?? UNREADABLE)),
      ...duplicates.map(({ id, mail, first }) => {
        const outcome = first.outcome ?? verdicts.get(first.id)?.outcome ?? UNREADABLE.outcome;
        return ledgerRow(id, mail, duplicated({ id: first.id, outcome }, account.disposition));
      }),
    ];
    await this.ledger.write(account.id, cursor, rows, tx);
    await this.ledger.keepRaw(
      fresh.map(({ id, mail }) => ({ id, rawRows: mail.rawRows })),
      tx,
    );
    return { rows, answers };
  }

  private async verdictsOf(account: MailAccount, fresh: readonly Identified[], tx: EntityManager) {
    const offers = fresh.flatMap(({ id, mail }) =>
      mail.parsed ? [inboundMail(account, mail.parsed, { id, ...mail })] : [],
    );
    const answers = await this.host.offer(account, offers, tx);
    const verdicts = new Map<string, Verdict>();
    for (const [index, answer] of answers.entries()) {
      const offer = offers[index];
      if (offer) verdicts.set(offer.deliveryId, answered(answer, account.disposition));
    }
    return { verdicts, answers };
  }

  private async postpone(place: Place, mail: ArrivedMail, error: unknown): Promise<readonly Disposable[]> {
    const cause = error instanceof HandlerFault ? error.cause : error;
    const postponed = await this.inTransaction(place, [mail], async (tx, known) => {
      const { fresh } = await this.sorted(place.account, [mail], known, tx);
      const verdict: Verdict = { ...nextOffer(1), problem: faultCode(error) };
      const rows = fresh.map(({ id }) => ledgerRow(id, mail, verdict));
      await this.ledger.write(place.account.id, place.cursor, rows, tx);
      await this.ledger.keepRaw(
        fresh.map(({ id }) => ({ id, rawRows: mail.rawRows })),
        tx,
      );
      return rows;
    });
    place.notes.committed(postponed);
    const facts = { accountId: place.account.id, uid: mail.uid, problem: faultCode(error) };
    for (const { id: deliveryId } of postponed)
      this.#log.error(
        'mail-postponed',
        'A mail was not taken and is offered again',
        { ...facts, deliveryId },
        cause,
      );
    return [];
  }

  private tell({ account }: Place, rows: readonly LedgerRow[]): void {
    for (const { id: deliveryId, uid, size: bytes, verdict } of rows) {
      const { outcome, reference = null, problem = null } = verdict;
      const facts = { accountId: account.id, deliveryId, uid, bytes, outcome, reference, problem };
      this.#log.debug('mail-committed', 'A mail is in', facts);
    }
  }

  private ids(): () => string {
    const now = this.clock.now();
    let turn = 0;
    return () => newDeliveryId(now, turn++);
  }

  private unlessItsMail(error: unknown): void {
    const blame = blameFor(error);
    if (blame === 'session') throw error;
    if (blame === 'database') {
      throw mailAccountProblem('database-trouble', { disposition: 'retry-later', cause: error });
    }
  }
}

const UNREADABLE: Verdict = { outcome: 'quarantined', problem: 'unparsable' };

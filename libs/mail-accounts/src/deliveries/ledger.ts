import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type Cursor } from '../mailbox/cursor.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type Holding } from '../sessions/holding.js';
import { rawPieces } from '../parsing/raw-rows.js';
import { copyRaw, type RawMailRows } from './copy-raw.js';
import { type DeliveryOutcome } from './delivery.js';
import { type LedgerRow } from './ledger-row.js';
import { OFFER_DUE } from './next-offer.js';
import { storableText } from './storable-text.js';

/** A mail that the ledger knows by its content. */
export interface KnownContent {
  readonly id: string;
  readonly outcome: DeliveryOutcome;
}

/** A mail that the ledger knows by its UID; `fetched` is false while only its existence is known. */
export interface KnownUid {
  readonly id: string;
  readonly fetched: boolean;
  readonly attempts: number;
}

/** A mail that the ledger is asked about: by its content, too, once that was fetched. */
export interface AskedMail {
  readonly uid: number;
  readonly contentKey?: Buffer;
}

/** What the ledger knows of a group of mails. */
export interface KnownMail {
  readonly byUid: ReadonlyMap<number, KnownUid>;
  /** The first deliveries of these bytes on the account, by content key in hex. */
  readonly byContent: ReadonlyMap<string, KnownContent>;
}

type OpeningRow =
  | { readonly by: 'cursor' }
  | ({ readonly by: 'uid'; readonly uid: string } & KnownUid)
  | ({ readonly by: 'content'; readonly key: string } & KnownContent);

/** The ledger of deliveries, in whole groups: one statement each, whatever the size of the group. */
@Injectable()
export class Ledger {
  constructor(private readonly database: Database) {}

  /**
   * The first statement of every ingest transaction: moves the cursor where the holding still stands, keeps its row
   * locked until the end, so that no other session can commit in between, and answers what the ledger knows of the
   * mails. Throws problem `session-lost`. Where the lock was waited for, the answer is older than the lock; `write` then
   * finds out.
   */
  async open(
    holding: Holding,
    cursor: Cursor,
    lastUid: number,
    mails: readonly AskedMail[],
    tx: EntityManager,
  ): Promise<KnownMail> {
    const { rows } = await this.database.query<OpeningRow>(
      OPEN,
      [
        holding.accountId,
        holding.holder,
        holding.epoch,
        cursor.folder,
        cursor.mailbox,
        cursor.generation,
        cursor.uidValidity,
        lastUid,
        cursor.datedUpTo,
        cursor.countsFrom,
        mails.map(({ uid }) => uid),
        mails.flatMap(({ contentKey }) => contentKey ?? []),
      ],
      tx,
    );
    const byUid = new Map<number, KnownUid>();
    const byContent = new Map<string, KnownContent>();
    let moved = false;
    for (const row of rows) {
      if (row.by === 'uid') byUid.set(Number(row.uid), row);
      else if (row.by === 'content') byContent.set(row.key, row);
      else moved = true;
    }
    if (!moved) throw mailAccountProblem('session-lost', { disposition: 'retry-later' });
    return { byUid, byContent };
  }

  /** Mail that is known of and was never fetched, with its size: it may be small enough now, or come at last. */
  async unfetched(accountId: string, { generation, uidValidity }: Cursor): Promise<Map<number, number>> {
    const { rows } = await this.database.query<{ uid: string; size: number }>(
      `select uid, size from mailroom.delivery
       where account_id = $1 and outcome in ('oversized', 'retrying') and content_key is null
         and generation = $2 and uid_validity = $3 and (retry_at is null or ${OFFER_DUE})
       order by outcome desc, uid limit 500`,
      [accountId, generation, uidValidity],
    );
    return new Map(rows.map(({ uid, size }) => [Number(uid), size]));
  }

  /** Mail behind the cursor that the server has and withheld, whenever it is to be asked for again. */
  async withheld(
    accountId: string,
    { generation, uidValidity, lastUid }: Cursor,
  ): Promise<ReadonlySet<number>> {
    const { rows } = await this.database.query<{ uid: string }>(
      `select uid from mailroom.delivery where account_id = $1 and outcome = 'retrying' and content_key is null
         and generation = $2 and uid_validity = $3 and uid > $4`,
      [accountId, generation, uidValidity, lastUid],
    );
    return new Set(rows.map(({ uid }) => Number(uid)));
  }

  /** Closes the books on mail that somebody else removed before it was fetched. */
  async gone(accountId: string, { generation, uidValidity }: Cursor, uids: readonly number[]): Promise<void> {
    if (uids.length === 0) return;
    await this.database.query(
      `update mailroom.delivery set outcome = 'ignored', problem = 'mail-gone', retry_at = null
       where account_id = $1 and generation = $2 and uid_validity = $3 and uid = any($4::bigint[])
         and content_key is null`,
      [accountId, generation, uidValidity, uids],
    );
  }

  /** Writes all rows, taking the place of those that stood for mail not fetched yet. Fails as a whole. */
  async write(
    accountId: string,
    { generation, uidValidity }: Cursor,
    rows: readonly LedgerRow[],
    tx: EntityManager,
  ): Promise<void> {
    if (rows.length === 0) return;
    const { affected } = await this.database.query(
      WRITE,
      [accountId, generation, uidValidity, JSON.stringify(rows.map(asRecord))],
      tx,
    );
    // The row lock of `open` keeps others out, so this is another session's row or a broken promise of our own.
    if (affected !== rows.length) throw mailAccountProblem('session-lost', { disposition: 'retry-later' });
  }

  /** Keeps the raw bytes of these deliveries. */
  async keepRaw(mails: readonly RawMailRows[], tx: EntityManager): Promise<void> {
    if (mails.length === 0 || (await copyRaw(mails, tx))) return;
    for (const { id, rawRows } of mails) {
      await this.database.query(
        `insert into mailroom.raw_mail (delivery_id, position, bytes)
         select $1, position - 1, bytes from unnest($2::bytea[]) with ordinality as piece (bytes, position)`,
        [id, [...rawPieces(rawRows)]],
        tx,
      );
    }
  }
}

// One question instead of three: what a group waits for most is its turn to be answered.
const OPEN = `
  with held as (
    update mailroom.mail_account set last_taken_at = mailroom.now()
    where id = $1 and holder = $2 and epoch = $3 returning id
  ), moved as (
    insert into mailroom.mail_folder as folder (
      account_id, name, mailbox, generation, uid_validity, last_uid, dated_up_to, counts_from)
    select id, $4, $5, $6::int, $7::bigint, $8::bigint, $9::bigint, $10::timestamptz from held
    on conflict on constraint mail_folder_pk do update
    set mailbox = excluded.mailbox, generation = excluded.generation, uid_validity = excluded.uid_validity,
      last_uid = excluded.last_uid, dated_up_to = excluded.dated_up_to, counts_from = excluded.counts_from
    returning 1
  )
  select 'cursor' as by, null::bigint as uid, null::text as key, null::uuid as id, null::integer as attempts,
    null::boolean as fetched, null::text as outcome from moved
  union all
  select 'uid', uid, null, id, attempts, content_key is not null, null from mailroom.delivery
   where account_id = $1 and generation = $6 and uid_validity = $7 and uid = any($11::bigint[])
  union all
  (select distinct on (content_key) 'content', null, encode(content_key, 'hex'), id, null, null, outcome
     from mailroom.delivery
    where account_id = $1 and content_key = any($12::bytea[]) and duplicate_of is null
    order by content_key, id)`;

// The time is asked for once: a call of mailroom.now() in the list is made again for every row.
const WRITE = `
  with moment as materialized (select mailroom.now() as now)
  insert into mailroom.delivery as known (
    id, account_id, generation, uid_validity, uid, content_key, size, received_at, recorded_at, message_id, sender,
    subject, outcome, reference, reason, problem, attempts, retry_at, duplicate_of, disposal_due, handling)
  select id, $1, $2, $3, uid, decode(content_key, 'hex'), size, received_at, moment.now, message_id, sender,
    subject, outcome, reference, reason, problem, attempts,
    moment.now + retry_in_ms * interval '1 millisecond', duplicate_of, disposal_due, handling
  from moment, json_to_recordset($4::json) as row (
    id uuid, uid bigint, content_key text, size integer, received_at timestamptz, message_id text, sender text,
    subject text, outcome text, reference text, reason text, problem text, attempts integer, retry_in_ms float8,
    duplicate_of uuid, disposal_due boolean, handling jsonb)
  on conflict on constraint delivery_once do update
  set content_key = excluded.content_key, size = excluded.size, received_at = excluded.received_at,
    recorded_at = excluded.recorded_at, message_id = excluded.message_id, sender = excluded.sender,
    subject = excluded.subject, outcome = excluded.outcome, reference = excluded.reference,
    reason = excluded.reason, problem = excluded.problem, attempts = excluded.attempts,
    retry_at = excluded.retry_at, duplicate_of = excluded.duplicate_of, disposal_due = excluded.disposal_due,
    handling = excluded.handling
  where known.content_key is null`;

/** What is missing here is null in the table. */
function asRecord(row: LedgerRow): Record<string, unknown> {
  const { verdict } = row;
  return {
    id: row.id,
    uid: row.uid,
    content_key: row.contentKey?.toString('hex'),
    size: row.size,
    received_at: row.receivedAt,
    message_id: storable(row.messageId),
    sender: storable(row.sender),
    subject: storableText(row.subject),
    outcome: verdict.outcome,
    reference: storable(verdict.reference),
    reason: storable(verdict.reason),
    problem: verdict.problem,
    attempts: verdict.attempts ?? 0,
    retry_in_ms: verdict.retryInMs ?? undefined,
    duplicate_of: verdict.duplicateOf,
    disposal_due: verdict.disposalDue ?? false,
    handling: verdict.handling ?? undefined,
  };
}

function storable(text: string | null | undefined): string | undefined {
  return text === null || text === undefined ? undefined : storableText(text);
}

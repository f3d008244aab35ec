import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type Cursor } from '../mailbox/cursor.js';

/** A mail that is safe with the host and whose copy on the server still has to be dealt with. */
export interface DueDisposal {
  readonly id: string;
  readonly uid: number;
  readonly size: number;
  /** SHA-256 of the bytes that were committed. */
  readonly contentKey: Buffer;
}

/** What the mail server still has to be told, kept in the ledger until it holds. */
@Injectable()
export class Disposals {
  constructor(private readonly database: Database) {}

  /** What earlier sessions left undone above this UID, in order, at most 500 at a time. */
  async due(accountId: string, { generation, uidValidity }: Cursor, above = 0): Promise<DueDisposal[]> {
    const { rows } = await this.database.query<Omit<DueDisposal, 'uid'> & { uid: string }>(
      `select id, uid, size, content_key as "contentKey" from mailroom.delivery
       where account_id = $1 and disposal_due and generation = $2 and uid_validity = $3 and uid > $4
       order by uid limit 500`,
      [accountId, generation, uidValidity, above],
    );
    return rows.map((row) => ({ ...row, uid: Number(row.uid) }));
  }

  /**
   * It holds. A power cut may make the database forget the last moments of this: then the server is told once more, which
   * changes nothing there. So nobody waits for the disk here, least of all a commit of new mail.
   */
  async done(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.query(DONE, [ids]);
  }

  /**
   * Forgets what can never be told any more: UIDs that neither this cursor nor another folder's goes by, or all of an
   * account that leaves mail alone now.
   */
  async drop(accountId: string, keep: Cursor | null): Promise<void> {
    await this.database.query(
      `update mailroom.delivery set disposal_due = false
       where account_id = $1 and disposal_due
         and not (generation is not distinct from $2::int and uid_validity is not distinct from $3::bigint)
         and not ($4::text is not null and exists (
           select from mailroom.mail_folder folder where folder.account_id = $1 and folder.name <> $4
             and folder.generation = delivery.generation and folder.uid_validity = delivery.uid_validity))`,
      [accountId, keep?.generation ?? null, keep?.uidValidity ?? null, keep?.folder ?? null],
    );
  }

  /** Drops single ones: the server's mail is not the one that was committed. */
  async dropOnly(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.database.query(
      'update mailroom.delivery set disposal_due = false where id = any($1::uuid[])',
      [ids],
    );
  }
}

// The setting holds for this one statement, which is its own transaction; the time is asked for once, and not for every row.
const DONE = `
  with moment as materialized (
    select mailroom.now() as now, set_config('synchronous_commit', 'off', true) as unhurried)
  update mailroom.delivery set disposal_due = false, disposed_at = moment.now
  from moment where id = any($1::uuid[])`;

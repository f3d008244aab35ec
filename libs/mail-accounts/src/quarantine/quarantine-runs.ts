import { Injectable } from '@nestjs/common';
import { AuditLog, Database, RunRecord, type Actor } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { heldMail } from './held-mail.js';
import { type QuarantineAct, type QuarantineFilter, type QuarantineRunAnswer } from './quarantine-query.js';
import { QuarantineRun, quarantineRunAnswer } from './quarantine-run.js';

/** The record of acts on many held mails: one at a time in the whole house. */
@Injectable()
export class QuarantineRuns {
  readonly #record: RunRecord<QuarantineRun>;

  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
  ) {
    this.#record = new RunRecord(database, QuarantineRun, () => mailAccountProblem('quarantine-busy'));
  }

  /** How many held mails fit, and the newest of them. */
  async extent(filter: QuarantineFilter, tx?: EntityManager): Promise<Extent> {
    const { sql, values } = heldMail(filter);
    const { rows } = await this.database.query<Extent>(
      `select count(*)::integer as count, max(d.id::text collate "C") as newest from mailroom.delivery d where ${sql}`,
      values,
      tx,
    );
    return rows[0] ?? { count: 0, newest: null };
  }

  /** The newest run; null when there was none. */
  async last(): Promise<QuarantineRunAnswer | null> {
    const run = await this.#record.last();
    return run && quarantineRunAnswer(run);
  }

  /** Where a run stands; null when it is over. */
  async going(id: string): Promise<QuarantineRun | null> {
    return this.#record.going(id);
  }

  /**
   * Writes down that all mail that fits is to be dealt with, together with what `also` does. Problem `quarantine-busy` while
   * another run is going.
   */
  async begin(
    { act, filter }: QuarantineAct,
    actor: Actor,
    also: (runId: string, tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.#record.begin({ act, filter }, actor, async (runId, tx) => {
      const { count, newest } = await this.extent(filter, tx);
      await tx.getRepository(QuarantineRun).update({ id: runId }, { total: count, upTo: newest });
      await this.audit.record(await this.entry({ act, filter }, count, actor, tx), tx);
      await also(runId, tx);
    });
  }

  /** The next mails of a run, oldest first. */
  async next({ filter, reached, upTo }: QuarantineRun, limit: number): Promise<string[]> {
    const { sql, values } = heldMail(filter);
    const { rows } = await this.database.query<{ id: string }>(
      `select d.id from mailroom.delivery d
       where ${sql} and ($4::uuid is null or d.id > $4) and d.id <= $5 order by d.id limit $6`,
      [...values, reached, upTo, limit],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * These have been dealt with, from where `run` stood; also those that were under way when somebody stopped it. Nothing
   * happens when it has come further meanwhile: a process that was taken for dead counts none twice.
   */
  async dealtWith({ id, reached }: QuarantineRun, ids: readonly string[], tx?: EntityManager): Promise<void> {
    if (ids.length === 0) return;
    await this.database.query(
      `update mailroom.quarantine_run
       set done = done + $2, reached = $3, released = released + (
         select count(*) from mailroom.delivery where id = any($4::uuid[]) and outcome not in ('quarantined', 'refused'))
       where id = $1 and reached is not distinct from $5`,
      [id, ids.length, ids.at(-1), ids, reached],
      tx,
    );
  }

  /** It is over. Nothing happens when it was before. */
  async end(id: string, state: 'done' | 'stopped'): Promise<void> {
    await this.#record.end(id, state);
  }

  private async entry({ act, filter }: QuarantineAct, count: number, actor: Actor, tx: EntityManager) {
    const { accountId, problem, search, outcome } = filter;
    const { rows } = await this.database.query<{ name: string }>(
      'select name from mailroom.mail_account where id = $1',
      [accountId ?? null],
      tx,
    );
    const about = { outcome, ...(problem === undefined ? {} : { problem }), narrowed: search !== undefined };
    return {
      action: act === 'replay' ? 'quarantine-replayed' : 'quarantine-discarded',
      subject: { kind: 'account', id: accountId ?? null, name: rows[0]?.name ?? 'All mail accounts' },
      actor,
      details: { count, ...about },
    };
  }
}

interface Extent {
  readonly count: number;
  readonly newest: string | null;
}

import { Injectable } from '@nestjs/common';
import { AuditLog, containingEach, Database, RunRecord, type Actor } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { outboxAudit } from '../outgoing-audit.js';
import { outgoingProblem } from '../outgoing-problems.js';
import { OutboxActs } from './outbox-acts.js';
import {
  type OutboxAct,
  type OutboxFilter,
  type OutboxRunAct,
  type OutboxSummary,
} from './outbox-acts-schema.js';
import { OutboxRun, outboxRunAnswer } from './outbox-run.js';
import { touchedBy } from './touched-by.js';

const NAMED_AT_MOST = 20;

/** Acts on all mail that fits: what they would touch, what they are to touch, and how far they came. One at a time. */
@Injectable()
export class OutboxRuns {
  readonly #record: RunRecord<OutboxRun>;

  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly acts: OutboxActs,
  ) {
    this.#record = new RunRecord(database, OutboxRun, () => outgoingProblem('outbox-busy'));
  }

  /** What each act would touch, and the newest run. */
  async summary(filter: OutboxFilter): Promise<OutboxSummary> {
    const reaches = [this.reach('retry', filter), this.reach('cancel', filter)] as const;
    const [retry, cancel, run] = await Promise.all([...reaches, this.#record.last()]);
    return { retry, cancel, run: run && outboxRunAnswer(run) };
  }

  /**
   * Writes down which mails an act is for, together with what `also` does. Problem `outbox-busy` while another run is
   * going.
   */
  async begin(
    { act, filter }: OutboxRunAct,
    actor: Actor,
    also: (runId: string, tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.#record.begin({ act, filter }, actor, async (runId, tx) => {
      const picked = [runId, ...fitting(act, filter)];
      const { rows } = await this.database.query<{ count: number }>(PICK, picked, tx);
      await this.audit.record(await this.entry({ act, filter }, rows[0]?.count ?? 0, actor, tx), tx);
      await also(runId, tx);
    });
  }

  /** Deals with the next mails of a run, in one transaction with the record of it; false when the run is over. */
  async step(id: string, atOnce: number): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      // Held: who stops the run is answered when these mails are dealt with, and a second worker waits.
      const run = await this.#record.hold(id, tx);
      if (!run) return false;
      const { rows } = await this.database.query<{ mail_id: string }>(NEXT, [id, atOnce], tx);
      if (rows.length === 0) return this.finish(id, 'done', tx);
      const ids = rows.map((row) => row.mail_id);
      const { done, skipped } = await this.acts.many(run.act, ids, touchedBy(run.act, run.filter.status), tx);
      const sum = (key: keyof typeof skipped) => run.skipped[key] + skipped[key];
      const all = { sent: sum('sent'), leaving: sum('leaving'), unfit: sum('unfit'), gone: sum('gone') };
      await tx.getRepository(OutboxRun).update({ id }, { done: run.done + done, skipped: all });
      return true;
    });
  }

  /** It is over, and no mail is touched after this. Nothing happens when it was before. */
  async stop(id: string): Promise<void> {
    await this.database.transaction((tx) => this.finish(id, 'stopped', tx));
  }

  private async finish(id: string, state: 'done' | 'stopped', tx: EntityManager): Promise<false> {
    await this.#record.end(id, state, tx);
    await this.database.query('delete from mailroom.outbox_run_mail where run_id = $1', [id], tx);
    return false;
  }

  private async reach(act: OutboxAct, filter: OutboxFilter): Promise<OutboxSummary[OutboxAct]> {
    const { rows } = await this.database.query<{ name: string | null; count: number }>(
      REACH,
      fitting(act, filter),
    );
    const names = rows.flatMap(({ name }) => name ?? []);
    return {
      count: rows.reduce((sum, row) => sum + row.count, 0),
      servers: names.slice(0, NAMED_AT_MOST),
    };
  }

  private async entry({ act, filter }: OutboxRunAct, count: number, actor: Actor, tx: EntityManager) {
    const { serverId, status, search } = filter;
    const { rows } = await this.database.query<{ name: string }>(
      'select name from mailroom.outgoing_server where id = $1',
      [serverId ?? null],
      tx,
    );
    const server = serverId === undefined ? null : { id: serverId, name: rows[0]?.name ?? '' };
    const narrowed = search !== undefined && search !== '';
    return outboxAudit(act, server, actor, { count, ...(status === undefined ? {} : { status }), narrowed });
  }
}

/** What stands for the parameters of `fits`. */
function fitting(act: OutboxAct, { status, serverId, search }: OutboxFilter): unknown[] {
  return [touchedBy(act, status), serverId ?? null, containingEach(search)];
}

/** The condition on `mailroom.outgoing_mail m`, its three parameters from this one on. */
const fits = (first: number) => `
  m.status = any($${first}::text[])
  and ($${first + 1}::uuid is null or coalesce(m.server_id, m.named_server_id) = $${first + 1})
  and (cardinality($${first + 2}::text[]) = 0 or m.searched like all(
    array(select lower(word) from unnest($${first + 2}::text[]) w (word))))`;

const REACH = `
  select s.name, count(*)::integer as count from mailroom.outgoing_mail m
  left join mailroom.outgoing_server s on s.id = coalesce(m.server_id, m.named_server_id)
  where ${fits(1)} group by s.id, s.name order by count desc, s.name`;

const PICK = `
  with picked as (
    insert into mailroom.outbox_run_mail (run_id, mail_id)
    select $1::uuid, m.id from mailroom.outgoing_mail m where ${fits(2)} returning 1
  ), counted as (select count(*)::integer as count from picked)
  update mailroom.outbox_run set total = counted.count from counted where id = $1 returning counted.count`;

const NEXT = `
  delete from mailroom.outbox_run_mail where run_id = $1 and mail_id in (
    select mail_id from mailroom.outbox_run_mail where run_id = $1 order by mail_id limit $2)
  returning mail_id`;

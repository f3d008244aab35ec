import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import {
  fetchRunAnswer,
  type FetchRunList,
  type FetchRunQuery,
  type Progress,
  type RunRow,
  type Timeline,
  type TimelineQuery,
} from './run-answer.js';

const PAGE = 30;

/** What the mailboxes did, read. How long they are kept: RunRetention. */
@Injectable()
export class Runs {
  constructor(private readonly database: Database) {}

  /** One page of an account's runs, newest first. Problem `account-not-found`. */
  async list(accountId: string, { before }: FetchRunQuery): Promise<FetchRunList> {
    const { quiet } = await this.standing(accountId);
    const { rows } = await this.database.query<RunRow>(
      `${SELECT} where r.account_id = $1 and ($2::bigint is null or r.id < $2) order by r.id desc limit $3`,
      [accountId, before ?? null, PAGE + 1],
    );
    const items = rows.slice(0, PAGE).map(fetchRunAnswer);
    const last = items.at(-1);
    return rows.length > PAGE && last ? { items, quiet, next: last.id } : { items, quiet };
  }

  /** Where a wish to fetch now stands. Problem `account-not-found`. */
  async progress(accountId: string): Promise<Progress> {
    const { wanted, done } = await this.standing(accountId);
    const { rows } = await this.database.query<RunRow>(
      `${SELECT} where r.account_id = $1 order by r.id desc limit 1`,
      [accountId],
    );
    return { wanted, done, run: rows[0] ? fetchRunAnswer(rows[0]) : null };
  }

  /** What came when, by the beginning of the runs. */
  async timeline(accountId: string, { by }: TimelineQuery): Promise<Timeline> {
    const { rows } = await this.database.query<Timeline['items'][number] & { from: Date }>(TIMELINE, [
      accountId,
      by,
      by === 'hour' ? 47 : 29,
    ]);
    return { by, items: rows.map((row) => ({ ...row, from: row.from.toISOString() })) };
  }

  private async standing(accountId: string): Promise<{ wanted: number; done: number; quiet: number }> {
    const { rows } = await this.database.query<{ wanted: number; done: number; quiet: number }>(
      `select wanted, wanted_done as done, quiet_polls as quiet from mailroom.mail_account where id = $1`,
      [accountId],
    );
    if (!rows[0]) throw mailAccountProblem('account-not-found', { params: { accountId } });
    return rows[0];
  }
}

const SELECT = `
  select r.id, r.cause, r.phase, r.instance, i.host, r.began_at as "beganAt", r.ended_at as "endedAt", r.ending, r.problem,
    r.problem_params as "problemParams", r.waiting, r.mails, r.bytes, r.outcomes, r.durations,
    r.quiet_before as "quietBefore", a.holder is not distinct from r.instance and a.epoch = r.epoch as "isHeld"
  from mailroom.fetch_run r
  join mailroom.mail_account a on a.id = r.account_id
  left join mailroom.instance i on i.id = r.instance`;

const TIMELINE = `
  with span as (
    select generate_series(date_trunc($2, mailroom.now(), 'UTC') - $3 * ('1 ' || $2)::interval,
      date_trunc($2, mailroom.now(), 'UTC'), ('1 ' || $2)::interval) as "from")
  select span."from", count(r.id)::integer as runs, coalesce(sum(r.mails), 0)::integer as mails,
    coalesce(sum(r.bytes), 0)::float8 as bytes, count(*) filter (where r.ending = 'failed')::integer as failures
  from span left join mailroom.fetch_run r
    on r.account_id = $1 and r.began_at >= span."from" and r.began_at < span."from" + ('1 ' || $2)::interval
  group by span."from" order by span."from"`;

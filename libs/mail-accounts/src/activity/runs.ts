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
/** So many runs a page looks at before it answers, where it is narrowed. */
const LOOKED_AT_ONCE = 10_000;

interface Edge {
  readonly id: string;
  readonly beganAt: Date;
}

/** What the mailboxes did, read. How long they are kept: RunRetention. */
@Injectable()
export class Runs {
  constructor(private readonly database: Database) {}

  /** One page of an account's runs; a narrowed one may answer before it has found enough (`fetchRunListSchema`). Problem `account-not-found`. */
  async list(accountId: string, query: FetchRunQuery): Promise<FetchRunList> {
    const { before, cause, ended, sort } = query;
    const { quiet } = await this.standing(accountId);
    const edge = cause || ended ? await this.edge(accountId, query) : null;
    const { then, upTo, order } = DIRECTIONS[sort];
    const { rows } = await this.database.query<RunRow>(
      `${SELECT} where r.account_id = $1 and ($2::bigint is null or r.id ${then} $2)
         and ($3::bigint is null or r.id ${upTo} $3)
         and ($4::text is null or r.cause = $4)
         and ($5::text is null or case when $5 = 'mails' then r.mails > 0 else r.ending = $5 end)
       order by ${order} limit $6`,
      [accountId, before ?? null, edge?.id ?? null, cause ?? null, ended ?? null, PAGE + 1],
    );
    const items = rows.slice(0, PAGE).map(fetchRunAnswer);
    const last = items.at(-1);
    if (rows.length > PAGE && last) return { items, quiet, next: last.id };
    return edge ? { items, quiet, next: edge.id, lookedTo: edge.beganAt.toISOString() } : { items, quiet };
  }

  /** The last run that a narrowed page looks at; null where it comes to the end. */
  private async edge(accountId: string, { before, sort }: FetchRunQuery): Promise<Edge | null> {
    const { then, order } = DIRECTIONS[sort];
    const { rows } = await this.database.query<Edge>(
      `select r.id, r.began_at as "beganAt" from mailroom.fetch_run r
       where r.account_id = $1 and ($2::bigint is null or r.id ${then} $2)
       order by ${order} offset $3 - 1 limit 1`,
      [accountId, before ?? null, LOOKED_AT_ONCE],
    );
    return rows[0] ?? null;
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

const DIRECTIONS = {
  newest: { then: '<', upTo: '>=', order: 'r.id desc' },
  oldest: { then: '>', upTo: '<=', order: 'r.id' },
} as const satisfies Record<FetchRunQuery['sort'], object>;

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

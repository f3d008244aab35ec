import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Database } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { type OutgoingServer } from '../servers/outgoing-server.js';
import { limitsOf, mostAtOnce, turnsFor, type Limit, type Slot } from './pace.js';
import { countsRecipients } from './weight.js';

const SPREAD_AT_ONCE = 500;

/** Leave to offer so many mails, or recipients, now; what is not used of it goes back. */
export interface Leave {
  readonly mails: number;
  readonly slot: Date;
}

interface Past {
  readonly now: Date;
  readonly slots: readonly Slot[];
}

/**
 * The pace of servers that take only so many mails in a minute, an hour or a day: counted in one place for all
 * instances. What is too much is delayed until its turn, never dropped.
 */
@Injectable()
export class ServerPace {
  constructor(private readonly database: Database) {}

  /** Leave for at most `wanted` mails. Offer them at once: they count from now on. */
  async take(server: OutgoingServer, wanted: number): Promise<Leave> {
    const limits = limitsOf(server);
    return this.alone(server.id, async (tx) => {
      const { now, slots } = await this.past(server.id, limits, tx);
      const at = now.getTime();
      const mails = turnsFor(limits, slots, at, wanted).filter((turn) => turn <= at).length;
      const slot = new Date(Math.floor(at / 1_000) * 1_000);
      if (mails > 0) await this.count(server.id, slot, mails, tx);
      return { mails, slot };
    });
  }

  /** What a leave was used for: less goes back, more counts as well. */
  async settle({ id }: OutgoingServer, { mails, slot }: Leave, used: number): Promise<void> {
    if (used !== mails)
      await this.database.query(
        'update mailroom.outgoing_pace set mails = mails + $3 where server_id = $1 and slot = $2',
        [id, slot, used - mails],
      );
  }

  /** Gives each due mail of these lanes its turn, in their order; where recipients are counted, when there is room for its own. */
  async spread(server: OutgoingServer, lanes: readonly string[], routeReason: string): Promise<void> {
    const limits = limitsOf(server);
    const { now, slots } = await this.past(server.id, limits);
    const turns = turnsFor(limits, slots, now.getTime(), SPREAD_AT_ONCE);
    const problem = outgoingProblem('server-paced', { disposition: 'retry-later' });
    await this.database.query(SPREAD, [
      lanes,
      turns.map((turn) => turn - now.getTime()),
      server.id,
      routeReason,
      problem.code,
      problem.disposition,
      countsRecipients(server) ? mostAtOnce(limits) : null,
    ]);
  }

  private async past(id: string, limits: readonly Limit[], tx?: EntityManager): Promise<Past> {
    const longest = Math.max(...limits.map(({ windowMs }) => windowMs));
    const { rows } = await this.database.query<{ now: Date; slots: { at: number; mails: number }[] }>(
      PAST,
      [id, longest + 1_000],
      tx,
    );
    return rows[0] as Past;
  }

  private async count(id: string, slot: Date, mails: number, tx: EntityManager): Promise<void> {
    await this.database.query(
      `insert into mailroom.outgoing_pace (server_id, slot, mails) values ($1, $2, $3)
       on conflict on constraint outgoing_pace_pk do update set mails = outgoing_pace.mails + excluded.mails`,
      [id, slot, mails],
      tx,
    );
    await this.database.query(
      `delete from mailroom.outgoing_pace where server_id = $1 and slot < $2::timestamptz - interval '25 hours'`,
      [id, slot],
      tx,
    );
  }

  private async alone<T>(id: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await this.database.query(
        `select pg_advisory_xact_lock(hashtext('mailroom.pace'), hashtext($1))`,
        [id],
        tx,
      );
      return work(tx);
    });
  }
}

// The last minute by the second, the last hour by the minute, what is older in stretches of ten: each as late as its last mail.
const PAST = `
  with clock as materialized (select mailroom.now() as now),
  past as (
    select max(slot) as slot, sum(mails)::integer as mails
    from mailroom.outgoing_pace, clock
    where server_id = $1 and slot > now - $2 * interval '1 millisecond'
    group by case when slot > now - interval '62 seconds' then slot
                  when slot > now - interval '61 minutes' then date_trunc('minute', slot)
                  else date_bin('10 minutes', slot, 'epoch') end
  )
  select now, coalesce((select json_agg(json_build_object('at', (extract(epoch from slot) * 1000)::float8,
                                                          'mails', mails)) from past), '[]') as slots
  from clock`;

// A mail counts as one, or as those who still have to get it; a larger one than the limit goes piece by piece.
const WEIGHT = `
  case when $7::integer is null then 1
       else greatest(1, least($7, jsonb_array_length(draft->'to') + jsonb_array_length(draft->'cc')
                                  + jsonb_array_length(draft->'bcc') - jsonb_array_length(accepted)
                                  - jsonb_array_length(refused))) end`;

const SPREAD = `
  with due as materialized (
    select id, due_at, seq, ${WEIGHT} as weight from mailroom.outgoing_mail
    where lane = any($1) and status in ('queued', 'delayed') and due_at <= (select mailroom.now())
    order by due_at, seq limit ${SPREAD_AT_ONCE} for update skip locked
  ), turns as (
    select id, ($2::float8[])[least(sum(weight) over (order by due_at, seq), ${SPREAD_AT_ONCE})] as delay_ms from due
  )
  update mailroom.outgoing_mail m
  set status = 'delayed', due_at = mailroom.now() + turns.delay_ms * interval '1 millisecond', server_id = $3,
      route_reason = $4, problem_code = $5, problem_params = '{}', problem_disposition = $6,
      problem_at = mailroom.now()
  from turns where m.id = turns.id and turns.delay_ms > 0`;

import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Database } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';
import { type ServedBundle } from './bundle.js';
import { type ClaimedMail } from './claimed-mail.js';
import { OutboxDesk } from './outbox-desk.js';
import { freeNow, limitsOf, mostAtOnce, turnsFor, type Limit, type Slot, type Unit } from './pace.js';
import { dealtOut, type Offer, type Room } from './weight.js';

const MAILS_AT_ONCE = 500;
/** More than any mail has: each gets a turn at which there is room for all of its own. */
const RECIPIENTS_AT_ONCE = 2_000;

interface Past {
  readonly now: Date;
  readonly slots: readonly Slot[];
}

/**
 * The pace of servers that take only so many mails or recipients in a minute, an hour or a day: counted in one place for
 * all instances. What is too much is delayed until its turn, never dropped.
 */
@Injectable()
export class ServerPace {
  constructor(
    private readonly database: Database,
    private readonly desk: OutboxDesk,
  ) {}

  /**
   * Takes in hand as many due mails of these lanes as the server has room for, `wanted` at most, and deals the room out
   * among them. Offer them at once: they count from now on. Each due mail for which there is no room gets its turn, in
   * their order.
   */
  async take(bundle: ServedBundle, wanted: number): Promise<readonly Offer[]> {
    let claimed: readonly ClaimedMail[] = [];
    const take = async (tx: EntityManager): Promise<readonly Offer[]> => {
      const { server, lanes } = bundle;
      const limits = limitsOf(server);
      const past = await this.past(server.id, limits, tx);
      const room = roomIn(limits, past);
      const most = Math.min(wanted, room.mails);
      const free = most > 0 && room.recipients > 0;
      claimed = free ? await this.desk.claim(lanes, most, tx) : [];
      const { offers, left } = dealtOut(claimed, room);
      await this.desk.putBack(left, tx);
      const slot = await this.count(server.id, past, offers, tx);
      if (!free || most < wanted || left.length > 0)
        await this.spread(bundle, { ...past, slots: [...past.slots, ...slot] }, tx);
      return offers;
    };
    try {
      return await this.alone(bundle.server.id, take);
    } catch (error) {
      // Whether it was committed or not: nobody holds these now, and they are missed after a while.
      for (const mail of claimed) this.desk.letGo(mail);
      throw error;
    }
  }

  /** When there is room for a mail and for its recipients. */
  private async spread(
    { server, reason, lanes }: ServedBundle,
    { now, slots }: Past,
    tx: EntityManager,
  ): Promise<void> {
    const limits = limitsOf(server);
    const at = now.getTime();
    const turns = (unit: Unit, count: number) => turnsFor(limits, slots, { now: at, unit, count });
    const problem = outgoingProblem('server-paced', { disposition: 'retry-later' });
    await this.database.query(
      SPREAD,
      [
        lanes,
        turns('mails', MAILS_AT_ONCE),
        turns('recipients', RECIPIENTS_AT_ONCE),
        server.id,
        reason,
        problem.code,
        problem.disposition,
        Math.min(mostAtOnce(limits, 'recipients'), RECIPIENTS_AT_ONCE),
        at,
      ],
      tx,
    );
  }

  private async past(id: string, limits: readonly Limit[], tx: EntityManager): Promise<Past> {
    const longest = Math.max(...limits.map(({ windowMs }) => windowMs));
    const { rows } = await this.database.query<{ now: Date; slots: Slot[] }>(PAST, [id, longest + 1_000], tx);
    return rows[0] as Past;
  }

  /** Answers the slot that they stand in. */
  private async count(
    id: string,
    { now }: Past,
    offers: readonly Offer[],
    tx: EntityManager,
  ): Promise<readonly Slot[]> {
    if (offers.length === 0) return [];
    const at = Math.floor(now.getTime() / 1_000) * 1_000;
    const recipients = offers.reduce((sum, { recipients: each }) => sum + each, 0);
    await this.database.query(
      `insert into mailroom.outgoing_pace (server_id, slot, mails, recipients) values ($1, $2, $3, $4)
       on conflict on constraint outgoing_pace_pk do update
       set mails = outgoing_pace.mails + excluded.mails, recipients = outgoing_pace.recipients + excluded.recipients`,
      [id, new Date(at), offers.length, recipients],
      tx,
    );
    await this.database.query(
      `delete from mailroom.outgoing_pace where server_id = $1 and slot < $2::timestamptz - interval '25 hours'`,
      [id, new Date(at)],
      tx,
    );
    return [{ at, mails: offers.length, recipients }];
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

function roomIn(limits: readonly Limit[], { now, slots }: Past): Room {
  return {
    mails: freeNow(limits, slots, now.getTime(), 'mails'),
    recipients: freeNow(limits, slots, now.getTime(), 'recipients'),
    atOnce: mostAtOnce(limits, 'recipients'),
  };
}

// The last minute by the second, the last hour by the minute, what is older in stretches of ten: each as late as its last mail.
const PAST = `
  with clock as materialized (select mailroom.now() as now),
  past as (
    select max(slot) as slot, sum(mails)::integer as mails, sum(recipients)::integer as recipients
    from mailroom.outgoing_pace, clock
    where server_id = $1 and slot > now - $2 * interval '1 millisecond'
    group by case when slot > now - interval '62 seconds' then slot
                  when slot > now - interval '61 minutes' then date_trunc('minute', slot)
                  else date_bin('10 minutes', slot, 'epoch') end
  )
  select now, coalesce((select json_agg(json_build_object('at', (extract(epoch from slot) * 1000)::float8,
                                                          'mails', mails, 'recipients', recipients)) from past), '[]') as slots
  from clock`;

// Those who still have to get a mail; a larger one than the limit goes piece by piece.
const WEIGHT = `
  greatest(1, least($8, jsonb_array_length(draft->'to') + jsonb_array_length(draft->'cc') + jsonb_array_length(draft->'bcc')
                        - jsonb_array_length(accepted) - jsonb_array_length(refused)))`;

const SPREAD = `
  with due as materialized (
    select id, due_at, seq, ${WEIGHT} as weight from mailroom.outgoing_mail
    where lane = any($1) and status in ('queued', 'delayed') and due_at <= (select mailroom.now())
    order by due_at, seq limit ${MAILS_AT_ONCE} for update skip locked
  ), turns as (
    select id, greatest(($2::float8[])[row_number() over turn],
                        ($3::float8[])[least(sum(weight) over turn, ${RECIPIENTS_AT_ONCE})]) as turn_ms
    from due window turn as (order by due_at, seq)
  )
  update mailroom.outgoing_mail m
  set status = 'delayed', due_at = to_timestamp(turns.turn_ms / 1000), server_id = $4,
      route_reason = $5, problem_code = $6, problem_params = '{}', problem_disposition = $7,
      problem_at = mailroom.now()
  from turns where m.id = turns.id and turns.turn_ms > $9`;

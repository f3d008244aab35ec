import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock, Database, InstanceBeat, SILENT_SECONDS, type Prepared, type Problem } from '@mailroom/kernel';
import { RELAXED_COMMIT } from './relaxed-commit.js';
import { claimedMail, inTurn, type ClaimedMail, type ClaimedRow } from './claimed-mail.js';
import { PATIENCE_MS } from './when-again.js';

const POSTPONED_AT_ONCE = 1_000;
/** How much is claimed at once; one mail always may. */
const BYTES_AT_ONCE = 16 * 1_024 * 1_024;

/** Why the mail of some lanes cannot leave, and for how long, in ms. */
export interface Hindrance {
  readonly problem: Problem;
  readonly delayMs: number;
  readonly serverId: string | null;
  readonly routeReason: string;
}

/** Takes mails in hand and puts them down again, on all instances: a row is in one hand at a time. */
@Injectable()
export class OutboxDesk {
  /** What this instance really holds: a row in its name that is not among these has been forgotten. */
  readonly #inHand = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly beat: InstanceBeat,
  ) {}

  /** Lanes with mail that is due, each found by two looks into an index, however much mail there is. */
  async dueLanes(): Promise<string[]> {
    const { rows } = await this.database.ask<{ lane: string }>(DUE_LANES);
    return rows.map(({ lane }) => lane);
  }

  /**
   * Takes at most so many due mails of these lanes in hand, what has waited longest first. Mail whose thread has an earlier one that is
   * still to reach somebody is left. In `tx` when given.
   */
  async claim(lanes: readonly string[], most: number, tx?: EntityManager): Promise<ClaimedMail[]> {
    const parameters = [lanes, most, BYTES_AT_ONCE, this.beat.id];
    const { rows } = tx
      ? await this.database.query<ClaimedRow>(CLAIM.text, parameters, tx)
      : await this.database.ask<ClaimedRow>(CLAIM, parameters);
    for (const { id } of rows) this.#inHand.add(id);
    return rows.toSorted(inTurn).map(claimedMail);
  }

  /** Lets a mail out of hand, whether what became of it could be written or not. */
  letGo({ id }: ClaimedMail): void {
    this.#inHand.delete(id);
  }

  /** Gives back what was never offered: due at once, for anybody, and the try does not count. In `tx` when given. */
  async putBack(mails: readonly ClaimedMail[], tx?: EntityManager): Promise<void> {
    if (mails.length === 0) return;
    for (const mail of mails) this.letGo(mail);
    await this.database.query(
      `update mailroom.outgoing_mail m
       set status = case when attempts > 0 or problem_code is not null then 'delayed' else 'queued' end,
           holder = null, claimed_at = null
       from unnest($1::uuid[], $2::integer[]) as mine (id, epoch)
       where m.id = mine.id and m.epoch = mine.epoch and m.status = 'sending'`,
      [mails.map(({ id }) => id), mails.map(({ epoch }) => epoch)],
      tx,
    );
  }

  /** Puts off the due mail of lanes that lead nowhere just now; what has waited for too long by itself fails. */
  async postpone(lanes: readonly string[], hindrance: Hindrance): Promise<void> {
    const { problem, delayMs, serverId, routeReason } = hindrance;
    const patience = problem.disposition === 'retry-later' ? PATIENCE_MS : null;
    await this.database.query(POSTPONE, [
      lanes,
      POSTPONED_AT_ONCE,
      delayMs,
      problem.code,
      JSON.stringify(problem.params),
      problem.disposition,
      this.clock.now(),
      serverId,
      routeReason,
      patience,
    ]);
  }

  /**
   * Takes back what instances had in hand that fell silent, and what stands in our own name although we do not hold it
   * (its outcome could not be written, or a database that crashed forgot it); it is due at once. It may have been delivered without our
   * knowing: rather twice than never, under the same Message-ID, and the row counts it.
   */
  async takeBack(): Promise<number> {
    const { affected } = await this.database.query(
      `update mailroom.outgoing_mail m
       set status = 'delayed', epoch = epoch + 1, holder = null, claimed_at = null,
           due_at = least(due_at, mailroom.now()), interruptions = interruptions + 1, problem_code = 'sending-interrupted', problem_params = '{}',
           problem_disposition = 'retry-later', problem_at = mailroom.now()
       where status = 'sending' and (
         not exists (
           select 1 from mailroom.instance i
           where i.id = m.holder and i.seen_at > clock_timestamp() - $1 * interval '1 second')
         or (m.holder = $2 and not (m.id = any($3::uuid[]))
             and m.claimed_at < clock_timestamp() - $1 * interval '1 second'))`,
      [SILENT_SECONDS, this.beat.id, [...this.#inHand]],
    );
    return affected;
  }
}

const DUE_LANES: Prepared = {
  name: 'mailroom_due_lanes',
  text: `
  with recursive lanes as (
    (select lane from mailroom.outgoing_mail where status in ('queued', 'delayed') order by lane limit 1)
    union all
    select (select m.lane from mailroom.outgoing_mail m
            where m.status in ('queued', 'delayed') and m.lane > l.lane order by m.lane limit 1)
    from lanes l where l.lane is not null
  )
  select lane from lanes l
  where lane is not null and exists (
    select 1 from mailroom.outgoing_mail m
    where m.lane = l.lane and m.status in ('queued', 'delayed') and m.due_at <= (select mailroom.now()))`,
};

const CLAIM: Prepared = {
  name: 'mailroom_claim',
  text: `
  with due as materialized (
    select m.* from unnest($1::text[]) as wanted (lane)
    cross join lateral (
      select id, bytes, due_at, seq from mailroom.outgoing_mail m
      where m.lane = wanted.lane and m.status in ('queued', 'delayed') and m.due_at <= (select mailroom.now())
        and (m.thread is null or not exists (
          select 1 from mailroom.outgoing_mail earlier
          where earlier.thread = m.thread and earlier.seq < m.seq
            and earlier.status in ('queued', 'sending', 'delayed') and earlier.accepted = '[]'))
      order by m.due_at, m.seq limit $2
      for update skip locked
    ) m
  ), ranked as (
    select id, row_number() over turn as place, sum(bytes) over turn as weight from due
    window turn as (order by due_at, seq)
  )
  update mailroom.outgoing_mail m
  set status = 'sending', epoch = epoch + 1, holder = $4, claimed_at = clock_timestamp()
  from ranked, ${RELAXED_COMMIT}
  where m.id = ranked.id and ranked.place <= $2 and (ranked.place = 1 or ranked.weight <= $3)
  returning m.id, m.epoch, m.message_id, m.draft, m.lane, m.bytes, m.attempts, m.unanswered, m.accepted, m.refused, m.problem_code,
            m.waiting_since, m.created_at, m.due_at, m.seq`,
};

const POSTPONE = `
  update mailroom.outgoing_mail
  set status = case when waiting_since < $7::timestamptz - $10 * interval '1 millisecond' then 'failed' else 'delayed' end,
      problem_code = case when waiting_since < $7::timestamptz - $10 * interval '1 millisecond'
                          then 'delivery-expired' else $4 end,
      problem_params = case when waiting_since < $7::timestamptz - $10 * interval '1 millisecond'
                            then jsonb_build_object('code', $4::text) else $5::jsonb end,
      problem_disposition = $6, problem_at = $7, server_id = $8, route_reason = $9,
      due_at = mailroom.now() + $3 * interval '1 millisecond'
  where id in (
    select id from mailroom.outgoing_mail
    where lane = any($1) and status in ('queued', 'delayed') and due_at <= (select mailroom.now())
    order by due_at limit $2 for update skip locked)`;

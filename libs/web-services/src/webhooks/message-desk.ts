import { Injectable } from '@nestjs/common';
import { Database } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { type WebhookCall, type WebhookMessage } from './webhook.js';

/** Messages in our hands from one webhook at a time. */
export const AT_ONCE = 4;
/** Messages that wait for one webhook; the oldest of what is more are given up. */
const WAITING_AT_MOST = 10_000;
/** Longer than a call may take. */
const LEASE_SECONDS = 60;
const CALLS_KEPT = 20;

/** What became of a message after a call. */
export interface Outcome {
  readonly state: WebhookMessage['state'];
  /** When `due`: in how many ms. */
  readonly delayMs: number;
  readonly call: WebhookCall;
}

/** Messages as claimed. */
export type ClaimedMessage = Pick<
  WebhookMessage,
  'id' | 'webhookId' | 'eventId' | 'event' | 'data' | 'happenedAt' | 'attempts' | 'retryUntil'
>;

/** The queue of messages: rows of `webhook_message`, leased by the database's own clock. */
@Injectable()
export class MessageDesk {
  constructor(private readonly database: Database) {}

  /** Claims what is due: up to four for each active webhook, none for those that are `busy`. */
  async claim(busy: readonly string[]): Promise<ClaimedMessage[]> {
    const { rows } = await this.database.query<ClaimedMessage>(CLAIM, [busy, AT_ONCE, LEASE_SECONDS]);
    return rows;
  }

  /** Claims this one, whatever became of it before. False when somebody is at it. */
  async take(id: string): Promise<boolean> {
    const { affected } = await this.database.query(TAKE, [id, LEASE_SECONDS]);
    return affected > 0;
  }

  /** Writes down how a call went, and lets go. Nothing when its webhook is gone. */
  async settle(id: string, { state, delayMs, call }: Outcome, tx?: EntityManager): Promise<void> {
    await this.database.query(SETTLE, [id, state, delayMs, JSON.stringify([call]), CALLS_KEPT], tx);
  }

  /** Puts these back as they were: nobody was called. */
  async putBack(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.database.query(PUT_BACK, [ids]);
  }

  /** Gives up what has waited for its day (of paused webhooks), and what is too much. */
  async giveUp(): Promise<void> {
    await this.database.query(GIVE_UP_OLD);
    await this.database.query(GIVE_UP_MANY, [WAITING_AT_MOST]);
  }
}

const CLAIMED = `message.id, message.webhook_id as "webhookId", message.event_id as "eventId", message.event, message.data,
  message.happened_at as "happenedAt", message.attempts, message.retry_until as "retryUntil"`;

const FREE = `(leased_until is null or leased_until < clock_timestamp())`;

const CLAIM = `
  with chosen as materialized (
    select due.id from mailroom.webhook
    cross join lateral (
      select id from mailroom.webhook_message
      where webhook_id = webhook.id and state = 'due' and due_at <= mailroom.now() and ${FREE}
      order by due_at limit $2) due
    where webhook.state = 'active' and webhook.id <> all ($1::uuid[])),
  free as materialized (
    select id from mailroom.webhook_message
    where id in (select id from chosen) and state = 'due' and ${FREE} for no key update skip locked)
  update mailroom.webhook_message message
  set leased_until = clock_timestamp() + $3 * interval '1 second', attempts = attempts + 1
  where message.id in (select id from free)
  returning ${CLAIMED}`;

const TAKE = `
  update mailroom.webhook_message
  set leased_until = clock_timestamp() + $2 * interval '1 second', attempts = attempts + 1, state = 'due'
  where id = $1 and ${FREE}`;

const SETTLE = `
  update mailroom.webhook_message
  set state = $2, due_at = mailroom.now() + $3::float8 * interval '1 millisecond', leased_until = null,
    calls = (
      select coalesce(jsonb_agg(call order by place), '[]')
      from jsonb_array_elements(calls || $4::jsonb) with ordinality as made (call, place)
      where place > jsonb_array_length(calls || $4::jsonb) - $5)
  where id = $1`;

// Several rows at a time are taken without waiting for one: whoever deletes their webhook locks them in an order of its own.
const PUT_BACK = `
  update mailroom.webhook_message set leased_until = null, attempts = greatest(attempts - 1, 0)
  where id = any (array(
    select id from mailroom.webhook_message where id = any ($1::bigint[]) for no key update skip locked))`;

const GIVE_UP_OLD = `
  update mailroom.webhook_message set state = 'given-up' where id = any (array(
    select message.id from mailroom.webhook_message message
    join mailroom.webhook on webhook.id = message.webhook_id
    where webhook.state = 'paused' and message.state = 'due' and message.retry_until < mailroom.now() and ${FREE}
    for no key update of message skip locked))`;

const GIVE_UP_MANY = `
  update mailroom.webhook_message set state = 'given-up' where id = any (array(
    select id from mailroom.webhook_message where id = any (array(
      select message.id from mailroom.webhook
      cross join lateral (
        select due_at from mailroom.webhook_message
        where webhook_id = webhook.id and state = 'due' order by due_at desc offset $1 limit 1) edge
      cross join lateral (
        select id from mailroom.webhook_message
        where webhook_id = webhook.id and state = 'due' and due_at <= edge.due_at and ${FREE} limit 1000) message))
    for no key update skip locked))`;

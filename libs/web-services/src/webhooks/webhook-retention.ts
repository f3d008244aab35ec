import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, deletingBatch, Retention } from '@mailroom/kernel';

/** Messages of a webhook that are kept, however young they are; those that wait always are. */
const KEPT_ROWS = 20_000;

/** Forgets the log of webhooks once it is older than `run-retention-days`, and all but the newest 20,000 messages of each. */
@Injectable()
export class WebhookRetention implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    const batch = deletingBatch(this.database, { sql: OLD }, { sql: MANY, keptRows: KEPT_ROWS });
    this.retention.register({ name: 'webhook-messages', setting: 'run-retention-days', batch });
  }
}

// Skipping what somebody has in hand: whoever deletes a webhook locks its messages in an order of its own.
const OLD = `
  delete from mailroom.webhook_message where id = any (array(
    select id from mailroom.webhook_message
    where happened_at < mailroom.now() - make_interval(days => $1) and state <> 'due'
    order by happened_at limit $2 for update skip locked))`;

const MANY = `
  delete from mailroom.webhook_message where id = any (array(
    select id from mailroom.webhook_message where id = any (array(
      select message.id from mailroom.webhook
      cross join lateral (
        select id from mailroom.webhook_message where webhook_id = webhook.id order by id desc offset $1 limit 1) edge
      cross join lateral (
        select id from mailroom.webhook_message
        where webhook_id = webhook.id and id <= edge.id and state <> 'due' order by id limit $2) message
      limit $2))
    for update skip locked))`;

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, deletingBatch, Retention } from '@mailroom/kernel';

/**
 * Forgets mail that has left, or that a person cancelled, once it is older than `outbox-retention-days`, with its
 * attachments. Mail that waits, failed, or whose copy is still owed to a Sent folder stays.
 */
@Injectable()
export class OutboxRetention implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    const batch = deletingBatch(this.database, { sql: SWEEP });
    this.retention.register({ name: 'outbox', setting: 'outbox-retention-days', batch });
  }
}

const SWEEP = `
  delete from mailroom.outgoing_mail where id = any (array(
    select m.id from mailroom.outgoing_mail m
    where m.created_at < mailroom.now() - make_interval(days => $1) and m.status in ('sent', 'bounced', 'cancelled')
      and not exists (select from mailroom.sent_copy c where c.mail_id = m.id and c.due_at is not null)
    order by m.created_at, m.id limit $2
    for update skip locked))`;

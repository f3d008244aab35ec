import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Retention, type Step, type Swept } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';

/**
 * Forgets the bytes of mail that nobody took, once it is older than `raw-mail-retention-days`: what the host ignored, and
 * duplicates, where they have bytes of their own. What the host stored, and what waits for it, is the host's to forget:
 * bytes that any such delivery answers with stay. The ledger keeps its lines.
 */
@Injectable()
export class RawMailRetention implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    const batch = (step: Step, tx: EntityManager) => this.batch(step, tx);
    this.retention.register({ name: 'raw-mail', setting: 'raw-mail-retention-days', batch });
  }

  // Ids sort by time. When it is through it begins anew: mail may come to be ignored later than its id says.
  private async batch({ days, limit, after }: Step, tx: EntityManager): Promise<Swept> {
    const { rows } = await this.database.query<Swept>(FORGET, [days, limit, after], tx);
    return rows[0] ?? { removed: 0, after: null };
  }
}

const FORGET = `
  with looked as (
    select id, recorded_at from mailroom.delivery
    where outcome in ('ignored', 'duplicate') and ($3::uuid is null or id > $3::uuid)
    order by id limit $2),
  old as (
    select id from looked where recorded_at < mailroom.now() - make_interval(days => $1)
      and not exists (
        select from mailroom.delivery other
        where other.duplicate_of = looked.id and other.outcome not in ('ignored', 'duplicate'))),
  forgotten as (delete from mailroom.raw_mail where delivery_id = any (array(select id from old)) returning delivery_id)
  select (select count(distinct delivery_id)::integer from forgotten) as removed,
    case when (select count(*) from looked) = $2
        and (select min(recorded_at) from looked) < mailroom.now() - make_interval(days => $1)
      then (select id::text from looked order by id desc limit 1) end as after`;

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Retention, type Step, type Swept } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';

/** Runs of an account that are kept, however young they are. */
const KEPT_ROWS = 1_000;

/** Forgets runs that are older than `run-retention-days`, and all but the newest thousand of each account. */
@Injectable()
export class RunRetention implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    const batch = (step: Step, tx: EntityManager) => this.batch(step, tx);
    this.retention.register({ name: 'runs', setting: 'run-retention-days', batch });
  }

  private async batch({ days, limit }: Step, tx: EntityManager): Promise<Swept> {
    const old = await this.database.query(OLD, [days, limit], tx);
    const many = await this.database.query(MANY, [KEPT_ROWS, limit], tx);
    const isOver = old.affected < limit && many.affected < limit;
    return { removed: old.affected + many.affected, after: isOver ? null : 'more' };
  }
}

// As an array the ids are looked up one by one; as a subquery they were joined with the whole table.
const OLD = `
  delete from mailroom.fetch_run where id = any (array(
    select id from mailroom.fetch_run where began_at < mailroom.now() - make_interval(days => $1)
    order by began_at limit $2))`;

const MANY = `
  delete from mailroom.fetch_run where id = any (array(
    select r.id from mailroom.mail_account a
    cross join lateral (
      select id from mailroom.fetch_run where account_id = a.id order by id desc offset $1 limit 1) edge
    cross join lateral (
      select id from mailroom.fetch_run where account_id = a.id and id <= edge.id order by id limit $2) r
    limit $2))`;

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, deletingBatch, Retention } from '@mailroom/kernel';

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
    const batch = deletingBatch(this.database, { sql: OLD }, { sql: MANY, keptRows: KEPT_ROWS });
    this.retention.register({ name: 'runs', setting: 'run-retention-days', batch });
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

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, deletingBatch, Retention } from '@mailroom/kernel';

/** Calls of an invoker that are kept, however young they are. */
const KEPT_ROWS = 20_000;

/** Forgets calls that are older than `run-retention-days`, and all but the newest 20,000 of each invoker. */
@Injectable()
export class CallRetention implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    const batch = deletingBatch(this.database, { sql: OLD }, { sql: MANY, keptRows: KEPT_ROWS });
    this.retention.register({ name: 'invoker-calls', setting: 'run-retention-days', batch });
  }
}

const OLD = `
  delete from mailroom.web_service_call where id = any (array(
    select id from mailroom.web_service_call
    where called_at < mailroom.now() - make_interval(days => $1)
    order by called_at limit $2))`;

const MANY = `
  delete from mailroom.web_service_call where id = any (array(
    select call.id from mailroom.web_service_invoker invoker
    cross join lateral (
      select id from mailroom.web_service_call where invoker_id = invoker.id order by id desc offset $1 limit 1) edge
    cross join lateral (
      select id from mailroom.web_service_call
      where invoker_id = invoker.id and id <= edge.id order by id limit $2) call
    limit $2))`;

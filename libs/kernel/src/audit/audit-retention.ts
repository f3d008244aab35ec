import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database.js';
import { deletingBatch } from '../retention/deleting-batch.js';
import { Retention } from '../retention/retention.js';

/** Forgets events that are older than `audit-retention-days`. */
@Injectable()
export class AuditRetention implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    const batch = deletingBatch(this.database, { sql: SWEEP });
    this.retention.register({ name: 'audit', setting: 'audit-retention-days', batch });
  }
}

const SWEEP = `
  delete from mailroom.audit_event where id = any (array(
    select id from mailroom.audit_event where at < mailroom.now() - make_interval(days => $1)
     order by at, id limit $2))`;

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Database } from '../database/database.js';
import { Retention } from '../retention/retention.js';
import { type Step, type Swept } from '../retention/sweep.js';

/** Forgets events that are older than `audit-retention-days`. */
@Injectable()
export class AuditRetention implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    const batch = (step: Step, tx: EntityManager) => this.batch(step, tx);
    this.retention.register({ name: 'audit', setting: 'audit-retention-days', batch });
  }

  private async batch({ days, limit }: Step, tx: EntityManager): Promise<Swept> {
    const { affected } = await this.database.query(SWEEP, [days, limit], tx);
    return { removed: affected, after: affected < limit ? null : 'more' };
  }
}

const SWEEP = `
  delete from mailroom.audit_event where id = any (array(
    select id from mailroom.audit_event where at < mailroom.now() - make_interval(days => $1)
     order by at, id limit $2))`;

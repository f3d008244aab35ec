import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Settings } from '../settings/settings.js';
import { StoredSettings } from '../settings/stored-settings.js';
import { Ticks } from '../ticks/ticks.js';

const EVERY_MS = 3_600_000;
const BATCH = 1_000;
/** At most so many batches an hour: a long backlog is worked off over hours, not in one go. */
const BATCHES = 100;

/** Forgets events that are older than `audit-retention-days`, in batches that hold nothing up. */
@Injectable()
export class AuditRetention implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly stored: StoredSettings,
    private readonly ticks: Ticks,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.work) this.ticks.every('audit-retention', EVERY_MS, () => this.sweep());
  }

  /** Once over what has become too old. */
  async sweep(): Promise<void> {
    const days = await this.stored.auditRetentionDays();
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const { affected } = await this.database.query(SWEEP, [days, BATCH]);
      if (affected < BATCH) return;
    }
  }
}

const SWEEP = `
  delete from mailroom.audit_event where id in (
    select id from mailroom.audit_event where at < mailroom.now() - make_interval(days => $1)
     order by at limit $2)`;

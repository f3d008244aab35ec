import { Injectable } from '@nestjs/common';
import { Database, InstanceBeat, Settings } from '@mailroom/kernel';
import { VitalSignsReader, type VitalSigns } from './vital-signs.js';

/** Why this process should get no requests: its database does not answer, or it has not been able to beat for ten seconds. */
export type DownReason = 'database' | 'instance';

/** How Mailroom does in this process, and what it knows of the others. Counts and ids: nothing here names anybody. */
export interface HealthReport {
  /**
   * `down` only for what a restart or another process may mend. A dead mailbox, a token that has to be reconnected or a
   * long outbox never are: they stand in `signs`, in the banners and in the metrics.
   */
  readonly status: 'up' | 'down';
  readonly reason: DownReason | null;
  /** Connections of the host's pool that Mailroom uses now, may use, and waits for. */
  readonly connections: { readonly limit: number; readonly inUse: number; readonly waiting: number };
  /** What the database says, up to five seconds old; null when it did not answer within three. */
  readonly signs: VitalSigns | null;
}

/**
 * For probes. `report` and `check` answer within three seconds and never throw; however often they are called, the database
 * is asked once in five seconds. `check` has the shape that `@nestjs/terminus` 11 wants of an indicator, which Mailroom
 * does not depend on: `health.check([() => mailroom.check()])`.
 */
@Injectable()
export class MailroomHealth {
  constructor(
    private readonly signs: VitalSignsReader,
    private readonly beat: InstanceBeat,
    private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** Everything there is to know. Show it to admins; a public probe needs `status` only. */
  async report(): Promise<HealthReport> {
    const signs = await this.signs.read();
    const reason = this.reasonToBeDown(signs);
    return { status: reason === null ? 'up' : 'down', reason, connections: this.database.usage, signs };
  }

  /** The report under a key, as indicators answer. */
  async check<Key extends string = 'mailroom'>(key?: Key): Promise<Record<Key, HealthReport>> {
    return { [key ?? 'mailroom']: await this.report() } as Record<Key, HealthReport>;
  }

  private reasonToBeDown(signs: VitalSigns | null): DownReason | null {
    if (signs === null) return 'database';
    return this.settings.work && !this.beat.alive() ? 'instance' : null;
  }
}

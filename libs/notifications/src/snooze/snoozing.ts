import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, Database, type Actor } from '@mailroom/kernel';
import { type Banner } from '../banners/banner.js';
import { Banners } from '../banners/banners.js';
import { BannerMemory } from '../memory/banner-memory.js';
import { bannerAudit } from '../notifications-audit.js';
import { notificationsProblem } from '../notifications-problems.js';
import { type BannerName, type SnoozeWish } from './snooze-schema.js';

/** Lets banners sleep and wakes them: what is known and cannot be mended today need not stand on every page. */
@Injectable()
export class Snoozing {
  constructor(
    private readonly banners: Banners,
    private readonly memory: BannerMemory,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** For so long, unless it becomes worse before. Problem `banner-not-found`. */
  async snooze({ forMinutes, reason, ...name }: SnoozeWish, actor: Actor): Promise<void> {
    const until = new Date(this.clock.now().getTime() + forMinutes * 60_000);
    const banner = await this.find(name);
    const details = { kind: banner.kind, until: until.toISOString(), reason };
    await this.database.transaction(async (tx) => {
      await this.memory.snooze(banner, { until, reason, by: actor.name }, tx);
      await this.audit.record(bannerAudit('banner-snoozed', banner, actor, details), tx);
    });
  }

  /** Wakes one that sleeps. Problem `banner-not-found`. */
  async wake(name: BannerName, actor: Actor): Promise<void> {
    const banner = await this.find(name);
    if (!banner.snooze) return;
    await this.database.transaction(async (tx) => {
      await this.memory.wake(banner, tx);
      await this.audit.record(bannerAudit('banner-woken', banner, actor, { kind: banner.kind }), tx);
    });
  }

  private async find({ kind, cause }: BannerName): Promise<Banner> {
    const all = await this.banners.all();
    const banner = all.find((each) => each.kind === kind && each.cause === cause);
    if (!banner) throw notificationsProblem('banner-not-found');
    return banner;
  }
}

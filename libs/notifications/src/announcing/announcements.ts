import { Injectable, Logger, Optional, type OnApplicationBootstrap } from '@nestjs/common';
import { retryDelay, Settings, Ticks } from '@mailroom/kernel';
import { type Banner } from '../banners/banner.js';
import { Banners } from '../banners/banners.js';
import { BannerHistory } from '../history/banner-history.js';
import { AnnouncementLog } from './announcement-log.js';
import { BannerAudience } from './banner-audience.js';

const LOOK_MS = 30_000;
const HOUR_MS = 3_600_000;
const DEADLINE_MS = 60_000;
// Longer than the deadline: nobody else steps in while a try is still under way.
const LEASE_SECONDS = 90;
const TRIES_AT_MOST = 8;
const RETRY = { base: 30_000, cap: 3_600_000 };

/** Tells the audience of each new cause once, and forgets causes that are gone. Looks every 30 s. */
@Injectable()
export class Announcements implements OnApplicationBootstrap {
  readonly #logger = new Logger('Mailroom');

  constructor(
    private readonly banners: Banners,
    private readonly history: BannerHistory,
    private readonly log: AnnouncementLog,
    private readonly ticks: Ticks,
    private readonly settings: Settings,
    @Optional() private readonly audience?: BannerAudience,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.work) return;
    this.ticks.every('banners', LOOK_MS, () => this.look());
    this.ticks.every('banner-history', HOUR_MS, () => this.history.sweep());
  }

  /** One look: what is new is announced, what is gone is forgotten. */
  async look(): Promise<void> {
    const banners = await this.banners.sweep();
    if (!this.audience) return;
    for (const banner of banners) await this.announce(banner, this.audience);
  }

  private async announce(banner: Banner, audience: BannerAudience): Promise<void> {
    const tries = await this.log.claim(banner, TRIES_AT_MOST, LEASE_SECONDS);
    if (tries === null) return;
    try {
      await withinDeadline(audience.announce(banner));
      await this.log.announced(banner);
    } catch (error) {
      const end = tries < TRIES_AT_MOST ? 'it is tried again' : 'it is not tried again';
      this.#logger.error(
        `Banner ${banner.kind} could not be announced (try ${tries}); ${end}`,
        error instanceof Error ? error.stack : undefined,
      );
      await this.log.failed(banner, retryDelay(tries, RETRY));
    }
  }
}

async function withinDeadline(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${DEADLINE_MS} ms`)), DEADLINE_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

import { Injectable, Optional, type OnApplicationBootstrap } from '@nestjs/common';
import { EventLog, inTime, retryDelay, Settings, Ticks } from '@mailroom/kernel';
import { type Banner } from '../banners/banner.js';
import { Banners } from '../banners/banners.js';
import { BannerHistory } from '../history/banner-history.js';
import { AnnouncementLog, type Try } from './announcement-log.js';
import { BannerAudience } from './banner-audience.js';
import { BannerPost } from './banner-post.js';

const LOOK_MS = 30_000;
const HOUR_MS = 3_600_000;
const DEADLINE_MS = 60_000;
// Longer than the deadline: nobody else steps in while a try is still under way.
const LEASE_SECONDS = 90;
const TRIES_AT_MOST = 8;
const RETRY = { base: 30_000, cap: 3_600_000 };

/** A banner that it is our turn to announce. */
interface Turn {
  readonly banner: Banner;
  readonly attempt: Try;
}

function callsOnSomebody({ addressee }: Banner): boolean {
  return addressee !== undefined;
}

/**
 * Tells of each new cause once, the host's audience and those who want mail, and forgets causes that are gone. Looks every
 * 30 s. However many processes look, one of them tells.
 */
@Injectable()
export class Announcements implements OnApplicationBootstrap {
  readonly #events = new EventLog();

  constructor(
    private readonly banners: Banners,
    private readonly history: BannerHistory,
    private readonly log: AnnouncementLog,
    private readonly ticks: Ticks,
    private readonly settings: Settings,
    @Optional() private readonly audience?: BannerAudience,
    @Optional() private readonly post?: BannerPost,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.work) return;
    this.ticks.every('banners', LOOK_MS, () => this.look());
    this.ticks.every('banner-history', HOUR_MS, () => this.history.sweep());
  }

  /** One look: what is new is announced, what is gone is forgotten. */
  async look(): Promise<void> {
    const banners = await this.banners.sweep();
    const byMail = (await this.post?.isWanted()) ?? false;
    const toTell = this.audience || byMail ? banners : banners.filter(callsOnSomebody);
    if (toTell.length === 0) return;
    // One at a time, and each within its lease: what a slow audience holds up stays free for others.
    if (!this.audience) return this.announce(toTell, byMail);
    for (const banner of toTell) await this.announce([banner], byMail);
  }

  private async announce(banners: readonly Banner[], byMail: boolean): Promise<void> {
    const turns = await this.turns(banners);
    if (turns.length === 0) return;
    try {
      await this.write(byMail ? turns : turns.filter(({ banner }) => callsOnSomebody(banner)));
      for (const { banner } of turns) if (this.audience) await this.tell(this.audience, banner);
      for (const { banner } of turns) await this.log.announced(banner);
    } catch (error) {
      for (const turn of turns) await this.failed(turn, error);
    }
  }

  private async turns(banners: readonly Banner[]): Promise<Turn[]> {
    const turns: Turn[] = [];
    for (const banner of banners) {
      const attempt = await this.log.claim(banner, TRIES_AT_MOST, LEASE_SECONDS);
      if (attempt) turns.push({ banner, attempt });
    }
    return turns;
  }

  // Before the audience: what is written once is never written again, whatever becomes of the rest.
  private async write(turns: readonly Turn[]): Promise<void> {
    const news = turns.filter(({ attempt }) => attempt.mail === null).map(({ banner }) => banner);
    if (!this.post || news.length === 0) return;
    for (const posted of await this.post.tell(news)) await this.log.posted(posted);
  }

  private async tell(audience: BannerAudience, banner: Banner): Promise<void> {
    await inTime(audience.announce(banner), DEADLINE_MS, () => {
      throw new Error(`no answer within ${DEADLINE_MS} ms`);
    });
  }

  private async failed({ banner, attempt: { tries } }: Turn, error: unknown): Promise<void> {
    const end = tries < TRIES_AT_MOST ? 'it is tried again' : 'it is not tried again';
    this.#events.error(
      'banner-unannounced',
      `A banner could not be announced; ${end}`,
      { cause: banner.kind, tries },
      error,
    );
    await this.log.failed(banner, retryDelay(tries, RETRY));
  }
}

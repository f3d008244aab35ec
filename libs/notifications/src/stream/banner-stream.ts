import { Injectable, type BeforeApplicationShutdown, type MessageEvent } from '@nestjs/common';
import { Observable } from 'rxjs';
import { AdminAccess, Ticks, type Tick } from '@mailroom/kernel';
import { bannerListJson } from '../banners/banner.js';
import { Banners } from '../banners/banners.js';
import { notificationsProblem } from '../notifications-problems.js';
import { Listener } from './listener.js';

const LOOK_MS = 3_000;
/** In one process; whoever is turned away comes again, perhaps to another one. */
const LISTENERS_AT_MOST = 200;

/**
 * Tells admins what the banners are, at once and whenever they change. One look in three seconds for everybody who listens
 * to this process, none when nobody does. Streams end after some minutes, when whoever listens may no longer, and at shutdown.
 */
@Injectable()
export class BannerStream implements BeforeApplicationShutdown {
  readonly #listeners = new Set<Listener>();
  #tick: Tick | undefined;
  #latest: string | undefined;
  #isOver = false;

  constructor(
    private readonly banners: Banners,
    private readonly access: AdminAccess,
    private readonly ticks: Ticks,
  ) {}

  /** A stream for whoever is behind this request of the host's framework. Problem `too-many-listeners`. */
  open(request: unknown): Observable<MessageEvent> {
    if (this.#isOver || this.#listeners.size >= LISTENERS_AT_MOST)
      throw notificationsProblem('too-many-listeners', { disposition: 'retry-later' });
    const tick = (this.#tick ??= this.ticks.every('banner-stream', LOOK_MS, () => this.look()));
    return new Observable((subscriber) => {
      const listener = new Listener(request, this.access, subscriber);
      subscriber.add(() => this.leave(listener));
      this.#listeners.add(listener);
      if (this.#latest === undefined) void tick.now();
      else void listener.tell(eventOf(this.#latest));
    });
  }

  /** How many listen just now. */
  get size(): number {
    return this.#listeners.size;
  }

  beforeApplicationShutdown(): void {
    this.#isOver = true;
    for (const listener of this.#listeners) listener.end();
  }

  private async look(): Promise<void> {
    if (this.#listeners.size === 0) return;
    const text = JSON.stringify(bannerListJson(await this.banners.all()));
    // Whoever wanted to know has left meanwhile, and the next one wants what is true then.
    if (this.#listeners.size === 0) return;
    // Who came during the look has not heard anything yet, or what is older.
    const isNews = text !== this.#latest;
    this.#latest = text;
    await Promise.all(
      [...this.#listeners].map((each) => (isNews ? each.tell(eventOf(text)) : each.passTime())),
    );
  }

  // What the last one heard grows old with nobody to look.
  private leave(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size === 0) this.#latest = undefined;
  }
}

function eventOf(text: string): MessageEvent {
  return { type: 'banners', data: text };
}

import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EventLog, inTime, Pokes, Settings } from '@mailroom/kernel';
import { InboundMailHandler } from '../inbound-mail/inbound-mail-handler.js';
import { type KnownDestinations } from './dispatch.js';

const FRESH_MS = 10_000;
const PATIENCE_MS = 10_000;
/** Topic of the hint that rules, routes or destinations are other ones now. */
export const RULES_TOPIC = 'mail-rules';

/**
 * The destinations of the host, remembered: while mail is handed over a transaction is open, and nobody asks the host
 * for anything then. What is remembered is asked for anew in the background once it is ten seconds old; until the
 * host has answered for the first time every name is taken.
 */
@Injectable()
export class Destinations implements OnApplicationBootstrap {
  readonly #log = new EventLog();
  #known: KnownDestinations = null;
  #askedAt = -Infinity;
  #asking: Promise<KnownDestinations> | undefined;

  constructor(
    private readonly handler: InboundMailHandler,
    private readonly pokes: Pokes,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.pokes.on(RULES_TOPIC, () => void this.ask().catch(() => undefined));
    if (this.settings.work) void this.ask().catch(() => undefined);
  }

  /** What is known just now. */
  get known(): KnownDestinations {
    if (performance.now() - this.#askedAt > FRESH_MS) void this.ask().catch(() => undefined);
    return this.#known;
  }

  /** Asks the host. Rejects with what the host threw, or after 10 s. */
  ask(): Promise<KnownDestinations> {
    this.#askedAt = performance.now();
    this.#asking ??= this.fetch().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  private async fetch(): Promise<KnownDestinations> {
    try {
      const list = await inTime(this.handler.destinations?.() ?? Promise.resolve(null), PATIENCE_MS, () => {
        throw new Error('no answer within 10 s');
      });
      this.#known = list && new Map(list.map(({ id, label }) => [id, label]));
      return this.#known;
    } catch (error) {
      this.#log.warn('destinations-unknown', "The handler's destinations() failed", {}, error);
      throw error;
    }
  }
}

import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { EventLog, newCorrelation, Pokes, Settings, Ticks, uncorrelated } from '@mailroom/kernel';
import { MessageDesk, type ClaimedMessage } from './message-desk.js';
import { TellMessage } from './tell-message.js';

const LOOK_MS = 2_000;
const TIDY_MS = 60_000;
/** Calls of one process at a time, whoever they go to: a receiver that hangs holds up its own four at most. */
const CALLS_AT_ONCE = 40;
const FINISH_MS = 5_000;

/** The topic of hints that something is to be told; triggers send it. */
export const WEBHOOKS_TOPIC = 'webhooks';

/**
 * Tells what is due: every 2 s, at once when something happens, and on as long as there is more. A webhook whose messages are under
 * way is not asked for more until they are through. At shutdown calls get 5 s, the rest is put back.
 */
@Injectable()
export class WebhookRounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new EventLog();
  readonly #busy = new Map<string, Set<Promise<void>>>();
  readonly #stop = new AbortController();
  #again = false;
  #looking: Promise<void> | undefined;

  constructor(
    private readonly desk: MessageDesk,
    private readonly teller: TellMessage,
    private readonly ticks: Ticks,
    private readonly pokes: Pokes,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.work) return;
    this.ticks.every('webhooks', LOOK_MS, () => this.wake());
    this.ticks.every('webhooks-tidy', TIDY_MS, () => this.desk.giveUp());
    this.pokes.onMany(WEBHOOKS_TOPIC, () => this.wake());
  }

  async beforeApplicationShutdown(): Promise<void> {
    const calls = [...this.#busy.values()].flatMap((each) => [...each]);
    const timer = setTimeout(() => this.#stop.abort(), FINISH_MS);
    this.#again = false;
    await this.#looking;
    await Promise.all(calls);
    clearTimeout(timer);
    this.#stop.abort();
  }

  /** Looks for what is due: now, or once more after the look that is going on. Never throws. */
  wake(): Promise<void> {
    this.#again = true;
    this.#looking ??= uncorrelated(() => this.lookOn()).finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  private async lookOn(): Promise<void> {
    while (this.#again && !this.#stop.signal.aborted) {
      this.#again = false;
      try {
        if (this.underway < CALLS_AT_ONCE) for (const each of await this.claimed()) this.begin(each);
      } catch (error) {
        this.#log.error('webhooks-unread', 'What is to be told could not be read', {}, error);
      }
    }
  }

  private get underway(): number {
    return [...this.#busy.values()].reduce((sum, { size }) => sum + size, 0);
  }

  private claimed(): Promise<ClaimedMessage[]> {
    return this.desk.claim([...this.#busy.keys()]);
  }

  private begin(message: ClaimedMessage): void {
    const { webhookId, eventId } = message;
    const calls = this.#busy.get(webhookId) ?? new Set();
    this.#busy.set(webhookId, calls);
    const facts = { webhookId, webhookEventId: eventId };
    const call = newCorrelation(facts, () => this.teller.run(message, this.#stop.signal)).finally(() => {
      calls.delete(call);
      if (calls.size === 0) this.#busy.delete(webhookId);
      if (calls.size === 0 && !this.#stop.signal.aborted) void this.wake();
    });
    calls.add(call);
  }
}

import { type MessageEvent } from '@nestjs/common';
import { type Subscriber } from 'rxjs';
import { inTime, type AdminAccess } from '@mailroom/kernel';

/** The host's word has to come within this. */
const WORD_MS = 10_000;
/** Something is sent at least this often: proxies close what is silent, and rights are asked for again. */
const BEAT_MS = 20_000;
/** A stream ends by itself after 4 to 6 minutes: whoever listens comes again, perhaps to another process. */
const LIFE_MS = { least: 240_000, spread: 120_000 };

/** Somebody who hears of banners as they change. Nothing goes out before the host has said once more that it may. */
export class Listener {
  readonly #endsAt = performance.now() + LIFE_MS.least + Math.random() * LIFE_MS.spread;
  #heardAt = performance.now();
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly request: unknown,
    private readonly access: AdminAccess,
    private readonly subscriber: Subscriber<MessageEvent>,
  ) {}

  /** In order, and only to somebody who may administer mail at that moment; everybody else's stream ends instead. */
  async tell(event: MessageEvent): Promise<void> {
    this.#heardAt = performance.now();
    this.#turn = this.#turn.then(async () => {
      if (this.subscriber.closed) return;
      if (await this.mayHear()) this.subscriber.next(event);
      else this.end();
    });
    return this.#turn;
  }

  /** Keeps the stream alive, or ends it when its time is over. */
  async passTime(): Promise<void> {
    const now = performance.now();
    if (now >= this.#endsAt) this.end();
    else if (now - this.#heardAt >= BEAT_MS) await this.tell({ comment: '' });
  }

  end(): void {
    this.subscriber.complete();
  }

  // A host that does not answer, or fails, vouches for nobody: the guard hears what it has to say at the next start.
  private mayHear(): Promise<boolean> {
    return inTime(this.isAdmin(), WORD_MS, () => false).catch(() => false);
  }

  private async isAdmin(): Promise<boolean> {
    const actor = await this.access.actorOf(this.request);
    return actor !== null && (await this.access.mayAdminister(actor));
  }
}

import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EventLog, Pokes, Settings, Ticks } from '@mailroom/kernel';
import { TOKEN_LIVE } from '@mailroom/oauth-tokens';
import { OutboxDesk } from './outbox-desk.js';
import { OutboxRound } from './outbox-round.js';
import { OUTBOX_TOPIC, WaitingMail } from './waiting-mail.js';

const LOOK_MS = 2_000;

/** Wakes the outbox: every 2 s, when mail is enqueued or released anywhere, and when a token lives again. */
@Injectable()
export class OutboxAlarm implements OnApplicationBootstrap {
  readonly #log = new EventLog();

  constructor(
    private readonly ticks: Ticks,
    private readonly pokes: Pokes,
    private readonly desk: OutboxDesk,
    private readonly round: OutboxRound,
    private readonly waiting: WaitingMail,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.settings.work) return;
    this.ticks.every('outbox', LOOK_MS, async () => {
      await this.desk.takeBack();
      await this.round.wake();
    });
    this.pokes.onMany(OUTBOX_TOPIC, () => this.round.wake());
    this.pokes.onMany(TOKEN_LIVE, (tokenIds) => this.release(tokenIds));
  }

  // A lost hint costs minutes, not mail: what waits for people is looked at again every 15 minutes at the latest.
  private async release(tokenIds: readonly string[]): Promise<void> {
    try {
      await this.waiting.releaseTokens(tokenIds);
    } catch (error) {
      this.#log.error('outbox-not-released', 'Mail could not be released', {}, error);
    }
  }
}

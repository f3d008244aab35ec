import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { EventLog } from '@mailroom/kernel';
import { TOKEN_LIVE } from '@mailroom/oauth-tokens';
import { Claims } from './claims.js';
import { CAPACITY } from './fair-share.js';
import { forOthers, toMakeRoom } from './hand-backs.js';
import { MailboxSessions } from './mailbox-sessions.js';
import { RoundSignals } from './round-signals.js';
import { ACCOUNTS_TOPIC, SessionRequests } from './session-requests.js';

const SHUTDOWN_MS = 5_000;
const LEASE_MS = 1_000;

/**
 * Goes round after every beat, and when somebody pokes: ends what is no longer ours, wakes what is wanted, gives away
 * what is too much, claims what is due. A lost poke only costs the time to the next beat. At shutdown sessions get five
 * seconds, then they hang up and their accounts are free for others: the epoch keeps what they are still doing from being
 * committed. An instance that cannot beat hangs up before others take its accounts over, so that no connection is left
 * that nobody counts.
 */
@Injectable()
export class SessionRounds implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new EventLog();
  #open = false;
  #going: Promise<void> | undefined;
  #again = false;
  /** Somebody is due for whom there was no room: the next session that ends makes some. */
  #waiting = false;

  constructor(
    private readonly claims: Claims,
    private readonly sessions: MailboxSessions,
    private readonly requests: SessionRequests,
    private readonly signals: RoundSignals,
  ) {}

  onModuleInit(): void {
    const { beat, pokes } = this.signals;
    beat.onBeat(() => this.go());
    pokes.on(ACCOUNTS_TOPIC, () => void this.goSoon());
    this.sessions.onEnd((gaveBack) => {
      if (this.#waiting || !gaveBack) void this.goSoon();
    });
    pokes.onMany(TOKEN_LIVE, (tokenIds) => this.wake(tokenIds));
  }

  async onApplicationBootstrap(): Promise<void> {
    this.#open = this.signals.settings.work;
    if (this.#open) this.signals.ticks.every('mailbox-lease', LEASE_MS, () => this.keepLease());
    await this.goSoon();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#going?.catch(() => undefined);
    await this.sessions.stopAll(SHUTDOWN_MS);
    await this.claims.release();
  }

  private async keepLease(): Promise<void> {
    if (this.#open && !this.signals.beat.alive()) this.sessions.hangUp();
  }

  private async go(): Promise<void> {
    this.#again = true;
    this.#going ??= this.untilQuiet().finally(() => (this.#going = undefined));
    await this.#going;
  }

  // What pokes during a round may have come too late for it.
  private async untilQuiet(): Promise<void> {
    while (this.#again && this.#open) {
      this.#again = false;
      await this.round();
    }
  }

  private async round(): Promise<void> {
    const { claims, sessions } = this;
    await claims.release(sessions.see(await claims.held()));
    sessions.tick();
    await sessions.recordGlances();
    const { spread, crowds, excess, setBack } = await claims.outlook();
    if (setBack && (await claims.moveAlong())) this.#again = true;
    this.#waiting = spread.due > 0;
    sessions.stop(excess, 'polled');
    sessions.stop(forOthers(sessions.standings(), spread), 'handed-back');
    sessions.stop(toMakeRoom(sessions.standings(), crowds, this.signals.clock.now()), 'polled');
    if (!this.#waiting) return;
    const claimed = await claims.claim(CAPACITY);
    this.#waiting = claimed.length < spread.due;
    for (const held of claimed) sessions.begin(held);
  }

  private async wake(tokenIds: readonly string[]): Promise<void> {
    if (!this.#open) return;
    await this.requests.tokensLive(tokenIds).catch((error: unknown) => this.complain(error));
  }

  private async goSoon(): Promise<void> {
    await this.go().catch((error: unknown) => this.complain(error));
  }

  private complain(error: unknown): void {
    this.#log.error('round-failed', 'A round over the mailboxes failed', {}, error);
  }
}

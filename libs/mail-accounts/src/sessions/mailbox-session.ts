import { type MailAccount } from '../accounts/mail-account.js';
import { type MailConnection } from '../mailbox/mailbox.js';
import { Alarm } from './alarm.js';
import { type Held } from './holding.js';
import { endingOf, type SessionEnding } from './session-ending.js';
import { type SessionTools } from './session-tools.js';

/** What a session is doing: waiting for its turn to connect, fetching, listening, or on its way out. */
export type SessionPhase = 'opening' | 'draining' | 'idle' | 'ending';

/** A session that the server ended sooner than this is not begun again before the next poll. */
const SHORT_MS = 60_000;

/**
 * One mailbox in this instance's hands: open, drain and, where push is on, listen and drain again, until its token or
 * the session limit ends it, or somebody else shall have it. `run` never throws; how it ended is on the account's row.
 */
export class MailboxSession {
  readonly #stop = new AbortController();
  readonly #alarm = new Alarm();
  #phase: SessionPhase = 'opening';
  #idleSince: Date | null = null;
  #news = false;
  #wished = false;
  #listened = false;
  #drainAt = new Date(0);
  #endsAt = new Date(0);
  #failures = 0;
  #leaving: 'handed-back' | 'polled' = 'handed-back';

  constructor(
    private held: Held,
    private readonly tools: SessionTools,
  ) {}

  get accountId(): string {
    return this.held.accountId;
  }

  get phase(): SessionPhase {
    return this.#stop.signal.aborted ? 'ending' : this.#phase;
  }

  /** Since when it only listens; null while it does anything else. */
  get idleSince(): Date | null {
    return this.#idleSince;
  }

  /** The session from beginning to end. */
  async run(): Promise<void> {
    const ending = await this.visit().catch((error: unknown) => endingOf(error, this.#stop.signal));
    this.#phase = 'ending';
    await this.tools.record.ended(this.held, ending, this.#failures);
  }

  /** What the row says now. A newer epoch, or no row, means that this session is over. */
  see(now: Held | undefined): void {
    if (now?.epoch !== this.held.epoch) this.stop();
    else if (now.wanted > this.held.wanted) this.ask(now);
  }

  /** Looks at the clock: is a poll due, or the end? Asked at every beat, so that nothing here needs a timer. */
  tick(): void {
    const now = this.tools.clock.now();
    if (now >= this.#endsAt || now >= this.#drainAt) this.#alarm.ring();
  }

  /** Ends it: what has arrived is committed, then the account is given back, to whoever wants it or until its poll. */
  stop(as: 'handed-back' | 'polled' = 'handed-back'): void {
    if (!this.#stop.signal.aborted) this.#leaving = as;
    this.#stop.abort();
    this.#alarm.ring();
  }

  private ask(now: Held): void {
    this.held = now;
    this.#wished = true;
    this.#alarm.ring();
  }

  private async visit(): Promise<SessionEnding> {
    const { record, offers, connector, openings, clock } = this.tools;
    const account = await record.account(this.held);
    this.#failures = account.failures;
    await offers.offerDue(account);
    const turn = await openings.take(1);
    const connection = await connector.connect(account, this.#stop.signal).finally(turn);
    const openedAt = clock.now().getTime();
    try {
      const ending = await this.stay(account, connection);
      const short = clock.now().getTime() - openedAt < SHORT_MS;
      return ending.kind === 'ended' && short ? { kind: 'polled' } : ending;
    } finally {
      this.#phase = 'ending';
      await connection.close();
    }
  }

  private async stay(first: MailAccount, connection: MailConnection): Promise<SessionEnding> {
    const hear = (): void => {
      this.#news = true;
      this.#alarm.ring();
    };
    connection.watch(hear, () => this.#alarm.ring());
    this.#endsAt = connection.endsAt;
    for (let account = first; ; account = await this.again()) {
      await this.round(account, connection);
      if (this.#stop.signal.aborted) return { kind: this.#leaving };
      if (!account.push || !connection.pushes) return { kind: 'polled' };
      const ending = await this.listen(account, connection);
      if (ending) return ending;
      await connection.refresh();
    }
  }

  private async again(): Promise<MailAccount> {
    const account = await this.tools.record.account(this.held);
    await this.tools.offers.offerDue(account);
    return account;
  }

  // News concern the folder that was listened to; a poll and a wish concern all of them.
  private async round(account: MailAccount, connection: MailConnection): Promise<void> {
    this.#phase = 'draining';
    this.#idleSince = null;
    const all = !this.#listened || this.#wished || this.tools.clock.now() >= this.#drainAt;
    this.#news = false;
    this.#wished = false;
    const visit = {
      account,
      connection,
      holding: this.held,
      signal: this.#stop.signal,
      progressed: () => (this.#failures = 0),
    };
    const shortfall = await this.tools.folders.drain(
      visit,
      all ? account.folders : account.folders.slice(0, 1),
    );
    await this.tools.record.drained(this.held, shortfall);
    this.#failures = 0;
    if (all) this.#drainAt = new Date(this.tools.clock.now().getTime() + account.pollSeconds * 1_000);
  }

  // Null when there is a reason to drain again.
  private async listen(account: MailAccount, connection: MailConnection): Promise<SessionEnding | null> {
    const { clock } = this.tools;
    const [folder = 'INBOX', ...others] = account.folders;
    if (others.length > 0) await connection.open(folder, account);
    this.#listened = true;
    this.#phase = 'idle';
    this.#idleSince = clock.now();
    if (!this.#news) connection.listen();
    for (;;) {
      if (this.#stop.signal.aborted) return { kind: this.#leaving };
      if (!connection.usable || clock.now() >= this.#endsAt) return { kind: 'ended' };
      if (this.#news || this.#wished || clock.now() >= this.#drainAt) return null;
      await this.#alarm.wait();
    }
  }
}

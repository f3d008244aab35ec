import { Injectable } from '@nestjs/common';
import { EventLog, inTime, newCorrelation } from '@mailroom/kernel';
import { type Standing } from './hand-backs.js';
import { type Held } from './holding.js';
import { MailboxSession } from './mailbox-session.js';
import { SessionTools } from './session-tools.js';

/** The mailbox sessions that run in this process. */
@Injectable()
export class MailboxSessions {
  readonly #log = new EventLog();
  readonly #running = new Map<string, { session: MailboxSession; done: Promise<void> }>();

  #ended: (gaveBack: boolean) => void = () => undefined;

  constructor(private readonly tools: SessionTools) {}

  /**
   * Calls back whenever a session has ended. `gaveBack` is false when its account was changed meanwhile: the row may still
   * bear our name. One listens.
   */
  onEnd(listener: (gaveBack: boolean) => void): void {
    this.#ended = listener;
  }

  /** Begins a session for an account that was just claimed, after an older one of ours has let go of it. */
  begin(held: Held): void {
    const session = new MailboxSession(held, this.tools);
    const before = this.#running.get(held.accountId);
    // It may not know yet that its account changed hands, and once it is replaced here nobody tells it.
    before?.session.hangUp();
    const work = () => this.run(session, before?.done);
    const done = newCorrelation({ accountId: held.accountId }, work);
    this.#running.set(held.accountId, { session, done });
  }

  /** Shows every session its row as it is now; answers the rows that have no session. */
  see(rows: readonly Held[]): string[] {
    const byAccount = new Map(rows.map((row) => [row.accountId, row]));
    for (const [accountId, { session }] of this.#running) session.see(byAccount.get(accountId));
    return [...byAccount.keys()].filter((accountId) => !this.#running.has(accountId));
  }

  /** Has every session look at the clock. */
  tick(): void {
    for (const { session } of this.#running.values()) session.tick();
  }

  /** Writes down which mailboxes were asked for news and had none: for all sessions together, that is cheap. */
  async recordGlances(): Promise<void> {
    const accountIds = [...this.tools.glances];
    this.tools.glances.clear();
    await this.tools.record.glanced(accountIds);
  }

  /** What every session is doing. */
  standings(): Standing[] {
    return [...this.#running].map(([accountId, { session }]) => ({
      accountId,
      phase: session.phase,
      idleSince: session.idleSince,
    }));
  }

  /** Has these sessions end and give their accounts back: for others at once, or until the next poll. */
  stop(accountIds: readonly string[], as: 'handed-back' | 'polled'): void {
    for (const accountId of accountIds) this.#running.get(accountId)?.session.stop(as);
  }

  /** Has all of them end and waits for it, but not longer than this: then those that are left hang up. */
  async stopAll(milliseconds: number): Promise<void> {
    this.stop([...this.#running.keys()], 'handed-back');
    const ended = Promise.all([...this.#running.values()].map(({ done }) => done));
    await inTime(ended, milliseconds, () => undefined);
    this.hangUp();
  }

  /** Ends all of them as they are: no connection of theirs is open when this returns. */
  hangUp(): void {
    for (const { session } of this.#running.values()) session.hangUp();
  }

  private async run(session: MailboxSession, before: Promise<void> | undefined): Promise<void> {
    await before;
    let gaveBack = true;
    try {
      gaveBack = await session.run();
    } catch (error) {
      // Its row keeps our name; the next round finds a row without a session and gives it back.
      this.#log.warn('session-unrecorded', 'How a session ended could not be recorded', {}, error);
    }
    if (this.#running.get(session.accountId)?.session === session) this.#running.delete(session.accountId);
    this.#ended(gaveBack);
  }
}

import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import {
  Clock,
  EventLog,
  InstanceBeat,
  kernelProblem,
  Problem,
  retryDelay,
  Settings,
  Ticks,
} from '@mailroom/kernel';
import { OutboxLetters } from '../outbox/outbox-letters.js';
import { SentCopyDesk, type DueCopy, type DueMailbox } from './sent-copy-desk.js';
import { SentMailboxes, type SentMailbox } from './sent-mailboxes.js';

const LOOK_MS = 5_000;
/** Mailboxes at one time. Each has one mail in memory, which is 35 MB at most. */
const AT_ONCE = 2;
const LISTED = 50;
const COPIES_AT_ONCE = 100;
const VISIT_MS = 300_000;
const REST = { base: 60_000, cap: 900_000 };

interface Rest {
  readonly failures: number;
  readonly until: number;
  readonly problem: Problem;
}

/**
 * Brings copies of sent mail into the mailboxes they were sent from. That a copy is due is written with the mail's own
 * outcome, so that none is forgotten; it is made before it is written down, and looked for before it is made, so that
 * none is doubled. Whatever happens here, the mail is sent.
 */
@Injectable()
export class SentCopies implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new EventLog();
  readonly #shutdown = new AbortController();
  /** Mailboxes that could not be entered, and until when they are left alone. */
  readonly #rests = new Map<string, Rest>();

  constructor(
    private readonly desk: SentCopyDesk,
    private readonly letters: OutboxLetters,
    private readonly mailboxes: SentMailboxes,
    private readonly ticks: Ticks,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly beat: InstanceBeat,
  ) {}

  onApplicationBootstrap(): void {
    if (this.settings.work) this.ticks.every('sent-copies', LOOK_MS, () => this.round());
  }

  /**
   * At shutdown what is being copied is left: it is due still, and looked for before it is made again. Before anybody
   * waits for the tick that it belongs to.
   */
  onModuleDestroy(): void {
    this.#shutdown.abort();
  }

  /** Makes what is due, as far as mailboxes can be entered now. */
  async round(): Promise<void> {
    if (!this.beat.alive()) return;
    await this.desk.giveUp();
    const due = await this.desk.dueMailboxes(LISTED);
    const serve = async (): Promise<void> => {
      for (let next = due.shift(); next; next = due.shift()) await this.serve(next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, serve));
  }

  private async serve(mailbox: DueMailbox): Promise<void> {
    const rest = this.#rests.get(keyOf(mailbox));
    if (rest && rest.until > this.now() && !mailbox.askedFor)
      await this.desk.putOffAll(mailbox, rest.problem);
    else if (!this.#shutdown.signal.aborted) await this.enter(mailbox, rest?.failures ?? 0);
  }

  private async enter(mailbox: DueMailbox, failures: number): Promise<void> {
    const signal = AbortSignal.any([this.#shutdown.signal, AbortSignal.timeout(VISIT_MS)]);
    try {
      const entered = await this.mailboxes.open(mailbox, signal, (open) => this.fill(mailbox, open, signal));
      if (entered) this.#rests.delete(keyOf(mailbox));
    } catch (error) {
      if (this.#shutdown.signal.aborted) return;
      const problem = this.named(error);
      const until = this.now() + retryDelay(failures + 1, REST);
      this.#rests.set(keyOf(mailbox), { failures: failures + 1, until, problem });
      await this.desk.putOffAll(mailbox, problem);
    }
  }

  private async fill(mailbox: DueMailbox, open: SentMailbox, signal: AbortSignal): Promise<void> {
    for (let copies = 0; copies < COPIES_AT_ONCE && open.usable && !signal.aborted; copies += 1) {
      const copy = await this.desk.next(mailbox);
      if (!copy || !this.beat.alive()) return;
      await this.copy(copy, open);
    }
  }

  // What is wrong with one copy holds up no other; a connection that is over does.
  private async copy(copy: DueCopy, open: SentMailbox): Promise<void> {
    try {
      const bytes = await this.letters.raw(copy.mailId);
      await open.keep({ messageId: copy.messageId, sentAt: copy.sentAt, bytes });
    } catch (error) {
      if (!open.usable) throw error;
      await this.desk.putOff(copy, this.named(error));
      return;
    }
    await this.desk.made(copy);
  }

  private named(error: unknown): Problem {
    if (error instanceof Problem) return error;
    this.#log.error('sent-copy-failed', 'A copy of sent mail failed', {}, error);
    return kernelProblem('unexpected', { disposition: 'retry-later' });
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

function keyOf({ mailbox, serverId }: DueMailbox): string {
  return `${serverId} ${mailbox}`;
}

import { type MailAccount } from '../accounts/mail-account.js';
import { type RunCause } from '../activity/fetch-run.js';
import { OpenRun } from '../activity/open-run.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type MailConnection } from '../mailbox/mailbox.js';
import { Alarm } from './alarm.js';
import { type Held } from './holding.js';
import { endingOf, type Drain, type SessionEnding } from './session-ending.js';
import { type Past, type Task } from './session-record.js';
import { type SessionTools } from './session-tools.js';

/** What a session is doing: waiting for its turn to connect, fetching, listening, or on its way out. */
export type SessionPhase = 'opening' | 'draining' | 'idle' | 'ending';

/** A session that the server ended sooner than this proves nothing: the next one waits, longer each time. */
const SHORT_MS = 60_000;
/** A quiet mailbox with push is looked through this often; the polls between only ask whether there is news. */
const LOOK_MS = 10 * 60_000;

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
  #tickedAt = new Date(0);
  /** From then on a poll looks through the mailbox, however quiet it is. */
  #lookAt = new Date(0);
  /** The last look found nothing, and nothing is owed. */
  #quiet = false;
  #openedAt: Date | null = null;
  #run: OpenRun | null = null;
  #connection: MailConnection | null = null;
  #past: Past;
  #leaving: 'handed-back' | 'polled' = 'handed-back';

  constructor(
    private held: Held,
    private readonly tools: SessionTools,
  ) {
    this.#past = { failures: 0, setbacks: 0, answers: held.wanted };
  }

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

  /** The session from beginning to end. False when its account was not its own any more, so that it gave nothing back. */
  async run(): Promise<boolean> {
    const ending = await this.visit().catch((error: unknown) => endingOf(error, this.#stop.signal));
    this.#phase = 'ending';
    const setbacks = this.survived() ? 0 : this.#past.setbacks;
    const given = await this.tools.record.ended(this.held, ending, { ...this.#past, setbacks });
    await this.#run?.ended(ending);
    return given;
  }

  /**
   * What the row says now. A newer epoch, or no row, means that this session is over and can commit nothing any more; a
   * provider that wants to be left alone is.
   */
  see(now: Held | undefined): void {
    if (now?.epoch !== this.held.epoch) this.hangUp();
    else if (now.hushed) this.stop('polled');
    else if (now.wanted > this.held.wanted) this.ask(now);
  }

  /** Looks at the clock: is a poll due, or the end? Asked at every beat, so that nothing here needs a timer. */
  tick(): void {
    const now = this.tools.clock.now();
    const jump = now.getTime() - this.#tickedAt.getTime();
    if (jump < 0) this.setBack(jump);
    this.#tickedAt = now;
    if (now >= this.#endsAt || now >= this.#drainAt) this.#alarm.ring();
  }

  // The machine's clock was set back: what was planned by it would come later than it should, by as much.
  private setBack(milliseconds: number): void {
    const earlier = (moment: Date): Date => new Date(moment.getTime() + milliseconds);
    this.#drainAt = earlier(this.#drainAt);
    this.#lookAt = earlier(this.#lookAt);
    this.#endsAt = earlier(this.#endsAt);
    this.#openedAt &&= earlier(this.#openedAt);
    this.#idleSince &&= earlier(this.#idleSince);
  }

  /** Ends it: what has arrived is committed, then the account is given back, to whoever wants it or until its poll. */
  stop(as: 'handed-back' | 'polled' = 'handed-back'): void {
    if (!this.#stop.signal.aborted) this.#leaving = as;
    this.#stop.abort();
    this.#alarm.ring();
  }

  /** Ends it as it is, whatever it is doing: its connection is closed when this returns. */
  hangUp(): void {
    this.stop();
    this.#connection?.hangUp();
  }

  private ask(now: Held): void {
    this.held = now;
    this.#wished = true;
    this.#alarm.ring();
  }

  private async visit(): Promise<SessionEnding> {
    const { openings, clock } = this.tools;
    const turn = await openings.take(this.held.host);
    const [task, connection] = await this.open().finally(turn);
    this.#connection = connection;
    this.#openedAt = clock.now();
    try {
      const ending = await this.stay(task, connection);
      return ending.kind === 'ended' && !this.survived() ? { kind: 'dropped' } : ending;
    } catch (error) {
      // What was asked next may have failed in words of its own.
      throw connection.throttled ?? error;
    } finally {
      this.#phase = 'ending';
      await connection.close();
    }
  }

  // What a session asks the database first waits for its turn too: a thousand at a moment would wait for each other.
  private async open(): Promise<[Task, MailConnection]> {
    if (this.#stop.signal.aborted) throw mailAccountProblem('session-ended', { disposition: 'retry-later' });
    const task = await this.task();
    const { failures, setbacks } = task.account;
    this.#past = { failures, setbacks, answers: this.held.wanted };
    const run = this.begin(this.held.wanted > task.account.wantedDone ? 'asked' : 'poll');
    const reached = run.reached.bind(run);
    const { signal } = this.#stop;
    return [task, await run.within(() => this.tools.connector.connect(task.account, signal, reached))];
  }

  private async task(): Promise<Task> {
    const task = await this.tools.record.task(this.held);
    if (task.owes) await this.tools.offers.offerDue(task.account);
    return task;
  }

  private survived(): boolean {
    return this.#openedAt !== null && this.since(this.#openedAt) >= SHORT_MS;
  }

  private since(moment: Date): number {
    return this.tools.clock.now().getTime() - moment.getTime();
  }

  private async stay(first: Task, connection: MailConnection): Promise<SessionEnding> {
    const hear = (): void => {
      this.#news = true;
      this.#alarm.ring();
    };
    connection.watch(hear, () => this.#alarm.ring());
    this.#endsAt = connection.endsAt;
    for (let task = first; ; task = await this.task()) {
      const drained = await this.round(task, connection);
      const done = !task.account.push || !connection.pushes;
      if (done && !this.#stop.signal.aborted) return { kind: 'polled', drained };
      await this.tools.record.drained(this.held, drained);
      await this.#run?.done(drained.shortfall, this.#stop.signal.aborted);
      this.#run = null;
      if (this.#stop.signal.aborted) return { kind: this.#leaving };
      const ending = await this.listen(task.account, connection);
      if (ending) return ending;
    }
  }

  // News concern the folder that was listened to; a poll and a wish concern all of them.
  private async round({ account, owes }: Task, connection: MailConnection): Promise<Drain> {
    this.#phase = 'draining';
    this.#idleSince = null;
    const all = !this.#listened || this.#wished || this.tools.clock.now() >= this.#drainAt;
    const run = this.#run ?? this.begin(this.#wished ? 'asked' : this.#news ? 'push' : 'poll');
    const { wanted } = this.held;
    this.#news = false;
    this.#wished = false;
    let quiet = !owes && account.folders.length === 1;
    const progressed = (): void => {
      this.#past = { ...this.#past, failures: 0 };
      quiet = false;
    };
    const { signal } = this.#stop;
    const visit = { account, owes, connection, holding: this.held, signal, progressed, notes: run.notes };
    const folders = all ? account.folders : account.folders.slice(0, 1);
    const shortfall = await run.within(() => this.tools.folders.drain(visit, folders));
    this.#past = { ...this.#past, failures: 0 };
    this.#quiet = quiet && shortfall === null;
    if (all) this.#drainAt = this.in(account.pollSeconds * 1_000);
    this.#lookAt = this.in(LOOK_MS);
    return { shortfall, wanted, quiet: run.foundNothing(shortfall) };
  }

  private begin(cause: RunCause): OpenRun {
    return (this.#run = new OpenRun(this.tools.runs, this.held, cause));
  }

  private in(milliseconds: number): Date {
    return new Date(this.tools.clock.now().getTime() + milliseconds);
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
      if (connection.throttled) throw connection.throttled;
      if (!connection.usable || clock.now() >= this.#endsAt) return { kind: 'ended' };
      if (this.#news || this.#wished) return null;
      if (clock.now() >= this.#drainAt && !(await this.glance(account, connection))) return null;
      await this.#alarm.wait();
    }
  }

  // A poll behind IDLE: the server is asked, in case that it does not tell. False when a whole look is due.
  private async glance({ id, pollSeconds }: MailAccount, connection: MailConnection): Promise<boolean> {
    await connection.refresh();
    if (this.#news || !this.#quiet || this.tools.clock.now() >= this.#lookAt) return false;
    this.tools.glances.add(id);
    this.#drainAt = this.in(pollSeconds * 1_000);
    connection.listen();
    return true;
  }
}

import { randomUUID } from 'node:crypto';
import { newCorrelation, type Problem } from '@mailroom/kernel';
import { type ConnectStep } from '../mailbox/sign-in.js';
import { type Held } from '../sessions/holding.js';
import { type SessionEnding } from '../sessions/session-ending.js';
import { type RunCause, type RunEnding } from './fetch-run.js';
import { type RunLog, type RunState } from './run-log.js';
import { RunNotes } from './run-notes.js';

/** Somebody who watches sees a run move this often. */
const EVERY_MS = 1_000;

/**
 * A run that goes on. It is written when it lasts, when an admin waits for it and when it ends, unless it found nothing.
 * What is written is for people: that it cannot be written stops nothing.
 */
export class OpenRun {
  readonly notes = new RunNotes(() => this.progressed());
  readonly #began = performance.now();
  readonly #correlation = randomUUID();
  #id: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();
  #over = false;

  constructor(
    private readonly log: RunLog,
    private readonly held: Held,
    private readonly cause: RunCause,
  ) {
    // Who asked for it sees at once that it has begun.
    if (cause === 'asked') this.#writing = this.write(null);
  }

  /** Does `work` as part of this run: what is logged meanwhile bears its correlation id. */
  within<T>(work: () => T): T {
    return newCorrelation({ accountId: this.held.accountId }, work, this.#correlation);
  }

  /** How far the connection came. */
  reached(step: ConnectStep): void {
    if (step === 'greeting') this.notes.enter('sign-in');
    if (step === 'sign-in') this.notes.enter('look');
  }

  /** It is not worth a line: nothing was found, and nothing could not be done. */
  foundNothing(shortfall: Problem | null): boolean {
    return this.notes.isQuiet && shortfall === null;
  }

  /** It went through; `shortfall` is what could not be done besides fetching. */
  async done(shortfall: Problem | null, stopped: boolean): Promise<void> {
    await this.stop();
    if (this.foundNothing(shortfall) && this.cause !== 'asked' && this.#id === null) return;
    await this.finish(stopped ? 'stopped' : 'done', shortfall);
  }

  /** The session ended, after it or in the middle of it. */
  async ended(ending: SessionEnding): Promise<void> {
    if (ending.kind === 'polled' && ending.drained) return this.done(ending.drained.shortfall, false);
    await this.stop();
    if (ending.kind === 'failed') return this.finish('failed', ending.problem);
    if (this.notes.isQuiet && this.#id === null) return;
    await this.finish(ending.kind === 'lost' ? 'lost' : 'stopped', null);
  }

  private progressed(): void {
    if (this.#over) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#writing = this.#writing.then(() => this.write(null));
    }, EVERY_MS).unref();
  }

  private async finish(ending: RunEnding, problem: Problem | null): Promise<void> {
    this.notes.close();
    await this.write({ ending, problem });
  }

  private async stop(): Promise<void> {
    this.#over = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#writing;
  }

  private write(end: RunState['end']): Promise<void> {
    return this.within(() => this.writeDown(end));
  }

  private async writeDown(end: RunState['end']): Promise<void> {
    const { held, cause, notes } = this;
    const state = { held, cause, notes, end, since: performance.now() - this.#began };
    try {
      if (this.#id === null) this.#id = await this.log.insert(state);
      else await this.log.update(this.#id, state);
    } catch {
      // The database is in trouble; whoever commits mail finds out and says so.
    }
  }
}

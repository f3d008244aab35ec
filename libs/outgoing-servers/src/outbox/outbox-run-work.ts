import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, JobQueue, type Actor, type Job } from '@mailroom/kernel';
import { type EntityManager } from 'typeorm';
import { OutboxActs } from './outbox-acts.js';
import { type OutboxRunAct } from './outbox-acts-schema.js';
import { OutboxRuns } from './outbox-runs.js';

const QUEUE = 'outbox-run';
/** A job hands over to the next after this long: when its process is killed, another goes on within a minute. */
const SLICE_MS = 8_000;
const DEADLINE_SECONDS = 15;
/** Mails in one transaction: some 50 ms, in which nobody else touches them. */
const AT_ONCE = 500;

interface Slice {
  readonly runId: string;
  readonly slice: number;
}

/** Deals with all mail that fits a filter, in the background: slice by slice, whichever instance is at work. */
@Injectable()
export class OutboxRunWork implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly runs: OutboxRuns,
    private readonly acts: OutboxActs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.define<Slice>({
      name: QUEUE,
      concurrency: 1,
      policy: 'exclusive',
      // Only database trouble and a shutdown throw.
      retryLimit: 100,
      retryDelaySeconds: 2,
      retryDelayMaxSeconds: 300,
      deadlineSeconds: DEADLINE_SECONDS,
      work: (job) => this.work(job),
    });
  }

  /** Begins a run. Problem `outbox-busy`. */
  async ask(act: OutboxRunAct, actor: Actor): Promise<void> {
    // Together: a run without a job would stand still, and keep every other from beginning.
    await this.runs.begin(act, actor, (runId, tx) => this.send({ runId, slice: 0 }, tx));
    this.jobs.poke(QUEUE);
  }

  private async send(slice: Slice, tx?: EntityManager): Promise<void> {
    await this.jobs.send(QUEUE, slice, { key: `${slice.runId}:${slice.slice}`, ...(tx ? { tx } : {}) });
  }

  private async work({ data: { runId, slice }, signal }: Job<Slice>): Promise<void> {
    const until = this.clock.now().getTime() + SLICE_MS;
    while (this.clock.now().getTime() < until) {
      if (!(await this.runs.step(runId, AT_ONCE))) return;
      await this.acts.wake();
      signal.throwIfAborted();
    }
    await this.send({ runId, slice: slice + 1 });
    this.jobs.poke(QUEUE);
  }
}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock, JobQueue, type Actor, type Job } from '@mailroom/kernel';
import { Replays } from '../deliveries/replays.js';
import { Discards } from './discards.js';
import { type QuarantineAct } from './quarantine-query.js';
import { type QuarantineRun } from './quarantine-run.js';
import { QuarantineRuns } from './quarantine-runs.js';

const QUEUE = 'quarantine-run';
/** A job hands over to the next after this long: when its process is killed, another goes on two minutes later. */
const SLICE_MS = 60_000;
const DEADLINE_SECONDS = 120;
/** Mails between two looks at the clock, the record and whether somebody wants it to stop; a slow host is given fewer. */
const BATCH = { replay: 20, discard: 500 } as const;
const LOOK_MS = 1_000;

interface Slice {
  readonly runId: string;
  readonly slice: number;
}

/** Deals with all held mail that fits a filter, in the background: slice by slice, whichever instance is at work. */
@Injectable()
export class QuarantineWork implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly runs: QuarantineRuns,
    private readonly replays: Replays,
    private readonly discards: Discards,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.define<Slice>({
      name: QUEUE,
      concurrency: 1,
      policy: 'exclusive',
      // Only database trouble and a shutdown throw; what the host throws is on the deliveries.
      retryLimit: 100,
      retryDelaySeconds: 2,
      retryDelayMaxSeconds: 300,
      deadlineSeconds: DEADLINE_SECONDS,
      work: (job) => this.work(job),
    });
  }

  /** Begins a run. Problem `quarantine-busy`. */
  async ask(act: QuarantineAct, actor: Actor): Promise<void> {
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
      const run = await this.runs.going(runId);
      if (!run) return;
      const ids = await this.runs.next(run, BATCH[run.act]);
      if (ids.length === 0) return this.runs.end(runId, 'done');
      const done = await this.dealWith(run, ids, signal);
      await this.runs.dealtWith(runId, ids.slice(0, done));
      signal.throwIfAborted();
    }
    await this.send({ runId, slice: slice + 1 });
    this.jobs.poke(QUEUE);
  }

  private async dealWith(
    { act }: QuarantineRun,
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<number> {
    if (act === 'replay') {
      const until = this.clock.now().getTime() + LOOK_MS;
      return this.replays.now(ids, () => !signal.aborted && this.clock.now().getTime() < until);
    }
    await this.discards.many(ids);
    return ids.length;
  }
}

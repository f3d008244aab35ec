import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { JobQueue } from '../job-queue/job-queue.js';
import { type Job } from '../job-queue/job.js';

/** How a long run is worked off. */
export interface SlicedRun {
  /** The queue of its slices. */
  readonly queue: string;
  /** After so long a slice hands over to the next. */
  readonly sliceMs: number;
  /** A slice that takes longer failed; 30 s after that another process may have it. */
  readonly deadlineSeconds: number;
  /**
   * Does the next bit of the run, within about a second; false when the run is over. Two may be at it at once after a
   * process was taken for dead, so what it does has to be the same when it is done twice.
   */
  step(runId: string, signal: AbortSignal): Promise<boolean>;
}

interface Slice {
  readonly runId: string;
  readonly slice: number;
}

/**
 * Works off runs that take longer than any job should: slice by slice, whichever instance is at work, one run of a queue
 * at a time in each. A killed process costs the slice it was at, never the run.
 */
@Injectable()
export class SlicedWork {
  constructor(
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Adds a kind of run. Before the application has started. */
  define(run: SlicedRun): void {
    this.jobs.define<Slice>({
      name: run.queue,
      concurrency: 1,
      policy: 'exclusive',
      // Only database trouble and a shutdown throw.
      retryLimit: 100,
      retryDelaySeconds: 2,
      retryDelayMaxSeconds: 300,
      deadlineSeconds: run.deadlineSeconds,
      work: (job) => this.work(run, job),
    });
  }

  /**
   * Has a run worked off from the commit of `tx` on, in which it was written down: a run without a job would stand still,
   * and keep every other from beginning.
   */
  async begin(queue: string, runId: string, tx: EntityManager): Promise<void> {
    await this.send(queue, { runId, slice: 0 }, tx);
  }

  /** Begins with what was committed now, instead of within a second. */
  poke(queue: string): void {
    this.jobs.poke(queue);
  }

  private async send(queue: string, slice: Slice, tx?: EntityManager): Promise<void> {
    await this.jobs.send(queue, slice, { key: `${slice.runId}:${slice.slice}`, ...(tx ? { tx } : {}) });
  }

  private async work(run: SlicedRun, { data: { runId, slice }, signal }: Job<Slice>): Promise<void> {
    const until = this.clock.now().getTime() + run.sliceMs;
    while (this.clock.now().getTime() < until) {
      if (!(await run.step(runId, signal))) return;
      signal.throwIfAborted();
    }
    await this.send(run.queue, { runId, slice: slice + 1 });
    this.poke(run.queue);
  }
}

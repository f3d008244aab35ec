import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { JobQueue } from '../job-queue/job-queue.js';
import { type Job } from '../job-queue/job.js';

/** After so long a slice hands over to the next: whoever is at work may take it, and its tries are counted anew. */
const SLICE_MS = 60_000;
const DEADLINE_SECONDS = 120;
/** A process that was silent for so long is taken for dead. */
const SILENT_SECONDS = 15;

/** How a long run is worked off. */
export interface SlicedRun {
  /** The queue of its slices. */
  readonly queue: string;
  /**
   * Does the next bit of the run, within about a second; false when the run is over. A process that was taken for dead
   * may be at it still when the next one begins, so it has to come to the same when it is done twice, also at once.
   */
  step(runId: string, signal: AbortSignal): Promise<boolean>;
}

interface Slice {
  readonly runId: string;
}

/**
 * Works off runs that take longer than any job should: slice by slice, whichever instance is at work, one run of a queue
 * at a time in each. When its process is killed, another goes on within a minute, mostly after 25 seconds.
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
      retryDelaySeconds: 1,
      retryDelayMaxSeconds: 300,
      deadlineSeconds: DEADLINE_SECONDS,
      silentSeconds: SILENT_SECONDS,
      work: (job) => this.work(run, job),
    });
  }

  /**
   * Has a run worked off from the commit of `tx` on, in which it was written down: a run without a job would stand still,
   * and keep every other from beginning.
   */
  async begin(queue: string, runId: string, tx: EntityManager): Promise<void> {
    await this.jobs.send(queue, { runId } satisfies Slice, { key: runId, tx });
  }

  /** Begins with what was committed now, instead of within a second. */
  poke(queue: string): void {
    this.jobs.poke(queue);
  }

  private async work(run: SlicedRun, { data: { runId }, signal }: Job<Slice>): Promise<Slice | undefined> {
    const until = this.clock.now().getTime() + SLICE_MS;
    while (this.clock.now().getTime() < until) {
      if (!(await run.step(runId, signal))) return undefined;
      signal.throwIfAborted();
    }
    return { runId };
  }
}

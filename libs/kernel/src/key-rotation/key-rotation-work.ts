import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor } from '../admin-access/admin-access.js';
import { JobQueue } from '../job-queue/job-queue.js';
import { type Job } from '../job-queue/job.js';
import { KeyRotation } from './key-rotation.js';

const QUEUE = 'key-rotation';

/** Rotates in the background: a job that survives the request, and a restart in the middle of it. */
@Injectable()
export class KeyRotationWork implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly rotation: KeyRotation,
  ) {}

  onModuleInit(): void {
    this.jobs.define<Actor>({
      name: QUEUE,
      concurrency: 1,
      policy: 'exclusive',
      retryLimit: 5,
      retryDelaySeconds: 5,
      retryDelayMaxSeconds: 60,
      deadlineSeconds: 3_600,
      work: (job) => this.work(job),
    });
  }

  /** Has it done by some instance that works; one that is waiting or running already is enough. */
  async ask({ id, name, from }: Actor): Promise<void> {
    await this.jobs.send(QUEUE, { id, name, ...(from === undefined ? {} : { from }) }, { key: 'all' });
    this.jobs.poke(QUEUE);
  }

  private async work({ data, signal }: Job<Actor>): Promise<void> {
    const { interrupted } = await this.rotation.run({ actor: data, signal });
    if (interrupted) signal.throwIfAborted();
  }
}

import { Logger } from '@nestjs/common';
import { type Job as BossJob, type PgBoss } from 'pg-boss';
import { problemCode } from '../problems/problem.js';
import { type Queue } from './job.js';

type Fetched = BossJob<object> & { retryCount: number };

/** Works off one queue: never more than its concurrency, and fenced, so that a late finisher changes nothing. */
export class QueueWorker {
  readonly #logger = new Logger('Mailroom');
  readonly #running = new Map<string, { job: Fetched; done: Promise<void>; abort: AbortController }>();
  #looking: Promise<void> | undefined;
  #closed = false;

  constructor(
    private readonly boss: PgBoss,
    private readonly queue: Queue<object>,
  ) {}

  /** Creates the queue, or brings its settings up to date. */
  async prepare(): Promise<void> {
    const { name, policy, retryLimit, retryDelaySeconds, retryDelayMaxSeconds, deadlineSeconds } = this.queue;
    const options = {
      retryLimit,
      retryDelay: retryDelaySeconds,
      retryBackoff: true,
      retryDelayMax: retryDelayMaxSeconds,
      expireInSeconds: deadlineSeconds + 30,
    };
    await this.boss.createQueue(name, { ...options, policy: policy ?? 'standard' });
    await this.boss.updateQueue(name, options);
  }

  /** Takes as much work as there is room for; joins a look in progress. */
  look(): Promise<void> {
    this.#looking ??= this.fill().finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** Takes nothing more, waits for what runs, then aborts the rest and hands it back. */
  async drain(milliseconds: number): Promise<void> {
    this.#closed = true;
    await this.#looking;
    const running = [...this.#running.values()];
    const timer = setTimeout(
      () => running.forEach(({ abort }) => abort.abort(new Error('shutting down'))),
      milliseconds,
    );
    await Promise.race([
      Promise.all(running.map(({ done }) => done)),
      new Promise((resolve) => setTimeout(resolve, milliseconds + 1_000).unref()),
    ]);
    clearTimeout(timer);
  }

  private async fill(): Promise<void> {
    try {
      while (!this.#closed && this.#running.size < this.queue.concurrency) {
        const room = this.queue.concurrency - this.#running.size;
        const jobs = await this.boss.fetch<object>(this.queue.name, {
          batchSize: room,
          includeMetadata: true,
        });
        if (jobs.length === 0) return;
        for (const job of jobs) this.start(job);
      }
    } catch (error) {
      this.#logger.error(
        `Queue ${this.queue.name} could not be read`,
        error instanceof Error ? error.stack : undefined,
      );
    }
  }

  private start(job: Fetched): void {
    const abort = new AbortController();
    const done = this.work(job, abort).finally(() => {
      this.#running.delete(job.id);
      if (!this.#closed) void this.look();
    });
    this.#running.set(job.id, { job, done, abort });
  }

  private async work(job: Fetched, abort: AbortController): Promise<void> {
    const attempt = { id: job.id, retryCount: job.retryCount };
    try {
      await this.withinDeadline(job, abort);
      await this.boss.complete(this.queue.name, attempt);
    } catch (error) {
      const code = problemCode(error);
      if (code === 'unexpected' && !abort.signal.aborted)
        this.#logger.error(`Job in ${this.queue.name} failed`, error instanceof Error ? error.stack : '');
      await this.boss.fail(this.queue.name, attempt, { code }).catch(() => undefined);
    }
  }

  private async withinDeadline(job: Fetched, abort: AbortController): Promise<void> {
    const timer = setTimeout(() => abort.abort(new Error('deadline')), this.queue.deadlineSeconds * 1_000);
    const aborted = new Promise<never>((_, reject) =>
      abort.signal.addEventListener('abort', () => reject(abort.signal.reason as Error), { once: true }),
    );
    try {
      const work = this.queue.work({
        id: job.id,
        data: job.data,
        retries: job.retryCount,
        signal: abort.signal,
      });
      await Promise.race([work, aborted]);
    } finally {
      clearTimeout(timer);
    }
  }
}

import { type Job as BossJob, type PgBoss } from 'pg-boss';
import { type Database } from '../database/database.js';
import { newCorrelation, uncorrelated } from '../event-log/correlation.js';
import { EventLog } from '../event-log/event-log.js';
import { problemCode } from '../problems/problem.js';
import { bossDatabase } from './boss-database.js';
import { CORRELATION, type Queue } from './job.js';
import { jobPayload } from './job-payload.js';
import { SignOfLife } from './sign-of-life.js';

type Attempt = Pick<Fetched, 'id' | 'retryCount'>;
type Fetched = BossJob<object> & { retryCount: number; singletonKey: string | null };

/** Works off one queue: never more than its concurrency, and fenced, so that a late finisher changes nothing. */
export class QueueWorker {
  readonly #log = new EventLog();
  readonly #running = new Map<string, { job: Fetched; done: Promise<void>; abort: AbortController }>();
  #looking: Promise<void> | undefined;
  #closed = false;

  constructor(
    private readonly boss: PgBoss,
    private readonly database: Database,
    private readonly queue: Queue<object>,
  ) {}

  /** Creates the queue, or brings its settings up to date. */
  async prepare(): Promise<void> {
    const { name, policy, retryLimit, retryDelaySeconds, retryDelayMaxSeconds } = this.queue;
    const { deadlineSeconds, silentSeconds } = this.queue;
    const options = {
      retryLimit,
      retryDelay: retryDelaySeconds,
      retryBackoff: true,
      retryDelayMax: retryDelayMaxSeconds,
      expireInSeconds: deadlineSeconds + 30,
      ...(silentSeconds === undefined ? {} : { heartbeatSeconds: silentSeconds }),
    };
    await this.boss.createQueue(name, { ...options, policy: policy ?? 'standard' });
    await this.boss.updateQueue(name, options);
  }

  /** Takes as much work as there is room for; joins a look in progress. */
  look(): Promise<void> {
    this.#looking ??= uncorrelated(() => this.fill()).finally(() => (this.#looking = undefined));
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
      this.#log.error('queue-unread', 'A queue could not be read', { queue: this.queue.name }, error);
    }
  }

  private start(job: Fetched): void {
    const abort = new AbortController();
    const { [CORRELATION]: brought, ...data } = job.data as { [CORRELATION]?: string };
    const work = () => this.work({ ...job, data }, abort);
    const done = newCorrelation({ jobId: job.id, queue: this.queue.name }, work, brought).finally(() => {
      this.#running.delete(job.id);
      if (!this.#closed) void this.look();
    });
    this.#running.set(job.id, { job, done, abort });
  }

  private async work(job: Fetched, abort: AbortController): Promise<void> {
    const attempt = { id: job.id, retryCount: job.retryCount };
    const began = performance.now();
    const facts = () => ({ tries: job.retryCount + 1, durationMs: Math.round(performance.now() - began) });
    try {
      const next = await this.whileAlive(attempt, abort, () => this.withinDeadline(job, abort));
      if (next) await this.goOn(job, attempt, next);
      else await this.boss.complete(this.queue.name, attempt);
      this.#log.debug('job-done', 'A job is done', facts());
    } catch (error) {
      const code = problemCode(error);
      if (code === 'unexpected' && !abort.signal.aborted)
        this.#log.error('job-failed', 'A job failed', facts(), error);
      else this.#log.debug('job-failed', 'A job failed', { ...facts(), problem: code });
      await this.boss.fail(this.queue.name, attempt, { code }).catch(() => undefined);
    }
  }

  private async whileAlive<T>(attempt: Attempt, abort: AbortController, work: () => Promise<T>): Promise<T> {
    const { name, silentSeconds } = this.queue;
    if (silentSeconds === undefined) return work();
    const sign = new SignOfLife(
      async () => stillOurs(await this.boss.touch(name, attempt)),
      () => abort.abort(new Error('taken over')),
      silentSeconds * 1_000,
    );
    return work().finally(() => sign.end());
  }

  // One transaction: a process that dies between the two would leave both jobs to be done, or neither.
  private async goOn(job: Fetched, attempt: Attempt, next: object): Promise<void> {
    const { name } = this.queue;
    await this.database.transaction(async (tx) => {
      const db = bossDatabase(this.database, tx);
      const done = await this.boss.complete(name, attempt, null, { db });
      const key = job.singletonKey === null ? {} : { singletonKey: job.singletonKey };
      if (stillOurs(done)) await this.boss.send(name, jobPayload(next), { db, ...key });
    });
  }

  private async withinDeadline(job: Fetched, abort: AbortController): Promise<object | void> {
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
      return await Promise.race([work, aborted]);
    } finally {
      clearTimeout(timer);
    }
  }
}

// pg-boss says how many jobs it found in this attempt, and leaves that out of its types.
function stillOurs(response: object): boolean {
  return (response as { affected?: number }).affected !== 0;
}

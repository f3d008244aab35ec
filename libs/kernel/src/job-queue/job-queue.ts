import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { type EntityManager } from 'typeorm';
import { Database } from '../database/database.js';
import { EventLog } from '../event-log/event-log.js';
import { Settings } from '../settings/settings.js';
import { Ticks } from '../ticks/ticks.js';
import { bossDatabase } from './boss-database.js';
import { JOBS_SCHEMA, type Queue } from './job.js';
import { jobPayload } from './job-payload.js';
import { QueueWorker } from './queue-worker.js';

const LOOK_MS = 1_000;
const DRAIN_MS = 5_000;

/**
 * Durable jobs over pg-boss, on the host's own connections. Define queues before the application has started;
 * send whenever. Our own loop fetches (pg-boss `work` sleeps a full interval between two jobs of a backlog),
 * looks once a second, and sooner when poked. At shutdown running jobs get 5 s, then go back to the queue.
 */
@Injectable()
export class JobQueue implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new EventLog();
  readonly #workers = new Map<string, QueueWorker>();
  readonly #boss: PgBoss;

  constructor(
    private readonly database: Database,
    private readonly ticks: Ticks,
    private readonly settings: Settings,
  ) {
    // Timers of 5 s: with the default of 60 a finished key keeps blocking its queue for a minute.
    this.#boss = new PgBoss({
      db: bossDatabase(database),
      schema: JOBS_SCHEMA,
      schedule: false,
      supervise: settings.work,
      superviseIntervalSeconds: 5,
      monitorIntervalSeconds: 5,
      queueCacheIntervalSeconds: 5,
    });
    this.#boss.on('error', (error) => this.#log.error('job-queue-failed', 'The job queue failed', {}, error));
  }

  /** Adds a queue. Names are unique. */
  define<Data extends object>(queue: Queue<Data>): void {
    const worker = new QueueWorker(this.#boss, this.database, queue as unknown as Queue<object>);
    this.#workers.set(queue.name, worker);
  }

  /**
   * Enqueues, in `tx` when given; null when an `exclusive` queue already holds the key. The job is logged under the correlation id of
   * whoever sends it.
   */
  async send(
    name: string,
    data: object,
    options: { tx?: EntityManager; startAfter?: Date; key?: string } = {},
  ): Promise<string | null> {
    return this.#boss.send(name, jobPayload(data), {
      ...(options.tx ? { db: bossDatabase(this.database, options.tx) } : {}),
      ...(options.startAfter ? { startAfter: options.startAfter } : {}),
      ...(options.key === undefined ? {} : { singletonKey: options.key }),
    });
  }

  /** Looks for work in this queue now instead of at the next second. */
  poke(name: string): void {
    if (this.settings.work) void this.#workers.get(name)?.look();
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.#boss.start();
    for (const worker of this.#workers.values()) await worker.prepare();
    if (this.settings.work) this.ticks.every('jobs', LOOK_MS, () => this.lookEverywhere());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.#workers.values()].map((worker) => worker.drain(DRAIN_MS)));
    await this.#boss.stop({ graceful: false, close: false });
  }

  private async lookEverywhere(): Promise<void> {
    await Promise.all([...this.#workers.values()].map((worker) => worker.look()));
  }
}

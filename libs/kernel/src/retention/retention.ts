import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database } from '../database/database.js';
import { EventLog } from '../event-log/event-log.js';
import { problemCode } from '../problems/problem.js';
import { Settings } from '../settings/settings.js';
import { StoredSettings } from '../settings/stored-settings.js';
import { Ticks } from '../ticks/ticks.js';
import { type Step, type Sweep, type SweepRun, type Swept } from './sweep.js';

const LOOK_MS = 600_000;
const BATCH = 1_000;
/** At most so many batches an hour: a long backlog is worked off over hours, not in one go. */
const BATCHES = 100;

/**
 * Clears away what has been kept for long enough: each kind once an hour, by whichever instance comes first, in batches that
 * hold nothing up. What a batch cannot do within its time is left for the next hour, and stands in the last run.
 */
@Injectable()
export class Retention implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new EventLog();
  readonly #sweeps = new Map<string, Sweep>();
  #stopped = false;

  constructor(
    private readonly database: Database,
    private readonly stored: StoredSettings,
    private readonly ticks: Ticks,
    private readonly settings: Settings,
  ) {}

  /** Adds a kind. Names are unique. */
  register(sweep: Sweep): void {
    this.#sweeps.set(sweep.name, sweep);
  }

  onApplicationBootstrap(): void {
    if (this.settings.work) this.ticks.every('retention', LOOK_MS, () => this.look());
  }

  onModuleDestroy(): void {
    this.#stopped = true;
  }

  /** What the newest runs came to, in the order of their names. */
  async runs(): Promise<SweepRun[]> {
    const { rows } = await this.database.query<Omit<SweepRun, 'setting'>>(RUNS);
    return [...this.#sweeps.values()]
      .map(({ name, setting }) => {
        const found = rows.find((row) => row.name === name);
        return found ? { ...found, setting } : { ...NONE, name, setting };
      })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** One kind now, whether or not it is due. */
  async run(name: string): Promise<void> {
    const sweep = this.#sweeps.get(name);
    if (sweep) await this.sweep(sweep, '0');
  }

  private async look(): Promise<void> {
    for (const sweep of this.#sweeps.values()) await this.sweep(sweep, '1 hour');
  }

  private async sweep(sweep: Sweep, age: string): Promise<void> {
    const days = Number(await this.stored.value(sweep.setting));
    if (days === 0 || this.#stopped) return;
    const { rows } = await this.database.query<{ reached: string | null }>(BEGIN, [sweep.name, age]);
    if (!rows[0]) return;
    const { removed, after, problem } = await this.batches(sweep, days, rows[0].reached);
    await this.database.query(END, [sweep.name, removed, after, problem]);
  }

  private async batches(sweep: Sweep, days: number, reached: string | null) {
    let removed = 0;
    let after = reached;
    try {
      for (let batch = 0; batch < BATCHES && !this.#stopped; batch += 1) {
        const swept = await this.batch(sweep, { days, limit: BATCH, after });
        removed += swept.removed;
        after = swept.after;
        if (after === null) break;
      }
      return { removed, after, problem: null };
    } catch (error) {
      this.#log.error('retention-stopped', 'Retention stopped', { job: sweep.name }, error);
      return { removed, after, problem: problemCode(error) };
    }
  }

  private batch(sweep: Sweep, step: Step): Promise<Swept> {
    return this.database.transaction(async (tx) => {
      await this.database.query(`set local statement_timeout = '30s'`, [], tx);
      await this.database.query(`set local lock_timeout = '2s'`, [], tx);
      return sweep.batch(step, tx);
    });
  }
}

const NONE = { begunAt: null, endedAt: null, removed: 0, problem: null };

const RUNS = `
  select name, begun_at as "begunAt", ended_at as "endedAt", removed, problem_code as problem from mailroom.retention_run`;

// One instance takes it; one that died in the middle is followed by another at the next hour.
const BEGIN = `
  insert into mailroom.retention_run as run (name, begun_at) values ($1, mailroom.now())
  on conflict (name) do update set begun_at = mailroom.now(), ended_at = null, removed = 0, problem_code = null
    where run.begun_at <= mailroom.now() - $2::interval
  returning reached`;

const END = `
  update mailroom.retention_run set ended_at = mailroom.now(), removed = $2, reached = $3, problem_code = $4
  where name = $1`;

import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Settings } from '../settings/settings.js';
import { Ticks, type Tick } from '../ticks/ticks.js';

/** An instance beats this often. */
export const BEAT_MS = 5_000;
/** A row older than this is nobody: what it held may be claimed. */
export const SILENT_SECONDS = 15;
/** An instance that could not beat for this long stops committing by itself, well before others step in. */
const STALE_MS = 10_000;
/** The database's clock and ours may disagree by so much about the time between two beats; less than that hurts nobody. */
const JUMP_MS = 10_000;

/**
 * This process among its peers: one row in `mailroom.instance`, touched every 5 s on the database's clock.
 * Only working instances beat. Listeners run after each beat, so what depends on being alive follows it.
 * When that clock jumps, the first to notice moves the beats of all along: nobody seems silent who is not, and the dead do
 * not seem alive.
 */
@Injectable()
export class InstanceBeat implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** New with every start: a restarted process never inherits what the dead one held. */
  readonly id = randomUUID();
  readonly #listeners: (() => Promise<void>)[] = [];
  #beatAt = -Infinity;
  #tick: Tick | undefined;

  constructor(
    private readonly database: Database,
    private readonly ticks: Ticks,
    private readonly settings: Settings,
  ) {}

  /** Runs `work` after each beat, in order of registration. Register before the application has started. */
  onBeat(work: () => Promise<void>): void {
    this.#listeners.push(work);
  }

  /** False when the last beat is too old to be trusted: whoever is about to commit must not. */
  alive(): boolean {
    return performance.now() - this.#beatAt < STALE_MS;
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.work) return;
    await this.beat();
    this.#tick = this.ticks.every('instance-beat', BEAT_MS, () => this.beatAndTell());
    void this.#tick.now();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (!this.settings.work) return;
    await this.#tick?.stop();
    this.#beatAt = -Infinity;
    await this.database.query('delete from mailroom.instance where id = $1', [this.id]);
  }

  private async beatAndTell(): Promise<void> {
    await this.beat();
    await this.database.query(
      `delete from mailroom.instance where seen_at < clock_timestamp() - interval '1 hour'`,
    );
    for (const listener of this.#listeners) await listener();
  }

  private async beat(): Promise<void> {
    const startedAt = performance.now();
    const since = startedAt - this.#beatAt;
    if (!(await this.touch(since))) await this.appear(since);
    this.#beatAt = startedAt;
  }

  /** False when the row is not there, or not as old as it should be. */
  private async touch(sinceMs: number): Promise<boolean> {
    if (sinceMs === Infinity) return false;
    const { affected } = await this.database.query(TOUCH, [this.id, sinceMs, JUMP_MS]);
    return affected > 0;
  }

  private async appear(sinceMs: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      await this.database.query(`select pg_advisory_xact_lock(hashtext('mailroom.instances'))`, [], tx);
      if (sinceMs !== Infinity) await this.database.query(MOVE_ALONG, [this.id, sinceMs, JUMP_MS], tx);
      await this.database.query(APPEAR, [this.id, hostname(), process.pid], tx);
    });
  }
}

const SINCE_MS = 'extract(epoch from clock_timestamp() - seen_at) * 1000';

const TOUCH = `
  update mailroom.instance set seen_at = clock_timestamp()
  where id = $1 and abs(${SINCE_MS} - $2::float8) < $3`;

const APPEAR = `
  insert into mailroom.instance (id, host, process) values ($1, $2, $3)
  on conflict (id) do update set seen_at = clock_timestamp()`;

// Where somebody has just beaten the clock is as it was: it is us who slept.
const MOVE_ALONG = `
  update mailroom.instance instance
  set seen_at = instance.seen_at + jump_ms * interval '1 millisecond'
  from (select ${SINCE_MS} - $2::float8 as jump_ms from mailroom.instance where id = $1) own
  where abs(jump_ms) >= $3 and not exists (
    select from mailroom.instance
    where id <> $1 and abs(${SINCE_MS}) < ${SILENT_SECONDS} * 1000)`;

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

/**
 * This process among its peers: one row in `mailroom.instance`, touched every 5 s on the database's clock.
 * Only working instances beat. Listeners run after each beat, so what depends on being alive follows it.
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
    await this.database.query(
      `insert into mailroom.instance (id, host, process) values ($1, $2, $3)
       on conflict (id) do update set seen_at = clock_timestamp()`,
      [this.id, hostname(), process.pid],
    );
    this.#beatAt = startedAt;
  }
}

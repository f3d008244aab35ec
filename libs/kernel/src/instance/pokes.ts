import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { type Client, type Notification } from 'pg';
import { type EntityManager } from 'typeorm';
import { uncorrelated } from '../event-log/correlation.js';
import { EventLog } from '../event-log/event-log.js';
import { Database } from '../database/database.js';
import { Settings } from '../settings/settings.js';
import { Ticks } from '../ticks/ticks.js';
import { Gathered } from './gathered.js';

const CHANNEL = 'mailroom';
const RECONNECT_MS = 2_000;

/**
 * `Pokes.poke` as part of a statement that is made anyway, in SQL: everybody is told when it commits. `id` is SQL of a
 * type that goes with texts. A statement and a commit of its own cost as much as what it is a hint of.
 */
export function poking(topic: string, id: string): string {
  return `pg_notify('${CHANNEL}', '${topic}:' || ${id})`;
}

/**
 * Hints between instances over NOTIFY: `topic:id`, nothing else. A hint may be lost (a pooler, a broken
 * connection): whoever listens must also look by itself from time to time.
 */
@Injectable()
export class Pokes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new EventLog();
  readonly #listeners = new Map<string, ((id: string) => void)[]>();
  readonly #gathered: Gathered[] = [];
  #release: (() => Promise<void>) | undefined;

  constructor(
    private readonly database: Database,
    private readonly ticks: Ticks,
    private readonly settings: Settings,
  ) {}

  /** Tells everybody; inside `tx` it goes out with the commit. */
  async poke(topic: string, id: string, tx?: EntityManager): Promise<void> {
    await this.database.query('select pg_notify($1, $2)', [CHANNEL, `${topic}:${id}`], tx);
  }

  /** Calls `listener` with the id of each hint on `topic`, this process's own included. */
  on(topic: string, listener: (id: string) => void): void {
    this.#listeners.set(topic, [...(this.#listeners.get(topic) ?? []), listener]);
  }

  /** The same for many hints at a time: `listener` gets those of a moment together, and deals with its own errors. */
  onMany(topic: string, listener: (ids: readonly string[]) => Promise<void>): void {
    const gathered = new Gathered(listener);
    this.#gathered.push(gathered);
    this.on(topic, (id) => gathered.add(id));
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.work) return;
    await this.listen();
    this.ticks.every('pokes-listen', RECONNECT_MS, () => this.listen());
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const gathered of this.#gathered) gathered.stop();
    await this.#release?.();
  }

  private async listen(): Promise<void> {
    if (this.#release) return;
    const { runner, release } = await this.database.hold();
    try {
      await this.listenOn((await runner.connect()) as Client, release);
    } catch (error) {
      // Whatever broke, the place among our connections is free again: the next try takes one of its own.
      this.#release = undefined;
      await release();
      throw error;
    }
  }

  private async listenOn(client: Client, release: () => Promise<void>): Promise<void> {
    const hear = (message: Notification): void => this.hear(message.payload ?? '');
    const leave = (): void => {
      if (this.#release === stop) this.#release = undefined;
      client.off('notification', hear).off('error', fail).off('end', fail);
    };
    const fail = (): void => {
      this.#log.warn(
        'listen-lost',
        'The LISTEN connection was lost; polling goes on and it is opened again.',
      );
      leave();
      release().catch(() => undefined);
    };
    const stop = async (): Promise<void> => {
      leave();
      await client.query(`unlisten ${CHANNEL}`).catch(() => undefined);
      await release();
    };
    client.on('notification', hear).on('error', fail).on('end', fail);
    this.#release = stop;
    await client.query(`listen ${CHANNEL}`);
  }

  private hear(payload: string): void {
    const colon = payload.indexOf(':');
    const listeners = this.#listeners.get(payload.slice(0, colon)) ?? [];
    for (const listener of listeners) uncorrelated(() => listener(payload.slice(colon + 1)));
  }
}

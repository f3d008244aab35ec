import { type DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { PreparedStatements, type Prepared, type PreparingClient } from './prepared.js';
import { Slots } from './slots.js';

/** Rows of one statement and how many it touched. */
export interface QueryOutcome<Row> {
  readonly rows: Row[];
  readonly affected: number;
}

/**
 * The host's DataSource, with manners: never more than `maxConnections` of its pool at a time.
 * A slot is held for the length of the call, so never start a second call on `Database` inside a transaction or
 * a `run`: pass the `tx` you were given instead. Waiting for a slot ends after 30 s (problem `database-busy`).
 */
export class Database {
  readonly #slots: Slots;
  readonly #prepared = new PreparedStatements();

  constructor(
    private readonly dataSource: DataSource,
    maxConnections: number,
  ) {
    this.#slots = new Slots(maxConnections);
  }

  /** Connections of the host's pool that Mailroom has, may have and waits for at this moment. */
  get usage(): Slots['usage'] {
    return this.#slots.usage;
  }

  /** One statement, in `tx` when given. TypeORM's odd result shapes end here. */
  async query<Row = Record<string, unknown>>(
    sql: string,
    parameters: readonly unknown[] = [],
    tx?: EntityManager,
  ): Promise<QueryOutcome<Row>> {
    if (tx?.queryRunner) return ask<Row>(tx.queryRunner, sql, parameters);
    return this.withRunner((runner) => ask<Row>(runner, sql, parameters));
  }

  /**
   * What a library wrote: maybe several statements, with a transaction of their own among them. When one fails that
   * transaction is ended, too: left open, it would fail whoever gets the connection next.
   */
  async script<Row = Record<string, unknown>>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<QueryOutcome<Row>> {
    return this.withRunner(async (runner) => {
      try {
        return await ask<Row>(runner, sql, parameters);
      } catch (error) {
        await runner.query('rollback').catch(() => undefined);
        throw error;
      }
    });
  }

  /** One statement by itself that is asked again and again: planned once for each connection. For hot paths only. */
  async ask<Row = Record<string, unknown>>(
    statement: Prepared,
    parameters: readonly unknown[] = [],
  ): Promise<QueryOutcome<Row>> {
    return this.withRunner(async (runner) => {
      const client = (await runner.connect()) as PreparingClient;
      const { rows, rowCount } = await this.#prepared.run(client, statement, parameters);
      return { rows: rows as Row[], affected: rowCount ?? 0 };
    });
  }

  /** Work on repositories outside a transaction; holds one slot until `work` is done. */
  async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.withRunner((runner) => work(runner.manager));
  }

  /** All or nothing: commits when `work` resolves, rolls back when it throws. Never wait on the network inside. */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.withRunner((runner) => runner.manager.transaction(work));
  }

  /**
   * Holds one connection until `release` is called, also when it could not be opened: for LISTEN. Counts against the
   * limit.
   */
  async hold(): Promise<{ runner: QueryRunner; release: () => Promise<void> }> {
    const runner = this.dataSource.createQueryRunner();
    const free = await this.#slots.take();
    return {
      runner,
      release: async () => {
        try {
          await runner.release();
        } finally {
          free();
        }
      },
    };
  }

  private async withRunner<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const { runner, release } = await this.hold();
    try {
      return await work(runner);
    } finally {
      await release();
    }
  }
}

async function ask<Row>(
  runner: QueryRunner,
  sql: string,
  parameters: readonly unknown[],
): Promise<QueryOutcome<Row>> {
  const result = await runner.query(sql, parameters.length > 0 ? [...parameters] : undefined, true);
  return { rows: (result.records ?? []) as Row[], affected: result.affected ?? 0 };
}

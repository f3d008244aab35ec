import { type Type } from '@nestjs/common';
import { QueryFailedError, type EntityManager, type FindOptionsOrder, type FindOptionsWhere } from 'typeorm';
import { type Actor } from '../admin-access/admin-access.js';
import { type Database } from '../database/database.js';
import { type Problem } from '../problems/problem.js';

/** So many past runs are remembered. */
const KEPT = 20;
const UNIQUE_VIOLATION = '23505';

/** What every run is, whatever it does: somebody's act on all that fits a filter, and how it stands. */
export interface RecordedRun {
  readonly id: string;
  readonly act: string;
  readonly filter: object;
  readonly state: 'running' | 'done' | 'stopped';
  readonly askedBy: string;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
}

/**
 * The runs of one lib: one is going at a time in the whole house, and the last twenty are remembered. Their table has a
 * column for each field of `RecordedRun` and for the `total`, and a unique index of those that are running; what else it
 * counts is its lib's business.
 */
export class RunRecord<Run extends RecordedRun> {
  /** `busy` is what the second to begin is told. */
  constructor(
    private readonly database: Database,
    private readonly kind: Type<Run>,
    private readonly busy: () => Problem,
  ) {}

  /** The newest; null when there was none. */
  async last(): Promise<Run | null> {
    const order = { startedAt: 'DESC' } as FindOptionsOrder<Run>;
    return this.database.run((em) => em.getRepository(this.kind).findOne({ where: {}, order }));
  }

  /** Where a run stands; null when it is over. */
  async going(id: string): Promise<Run | null> {
    return this.database.run((em) => em.getRepository(this.kind).findOneBy(running<Run>(id)));
  }

  /** The same, locked: until `tx` ends nobody else comes further with it, stops it or counts. */
  async hold(id: string, tx: EntityManager): Promise<Run | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return tx.getRepository(this.kind).findOne({ where: running<Run>(id), lock });
  }

  /** Writes a run down, with a total of 0, together with what `rest` does. Problem `busy` while another is going. */
  async begin(
    { act, filter }: Pick<Run, 'act' | 'filter'>,
    actor: Actor,
    rest: (runId: string, tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const runId = await this.add([act, filter, actor.name], tx);
      await this.forgetOld(tx);
      await rest(runId, tx);
    });
  }

  /** It is over. Nothing happens when it was before. */
  async end(id: string, state: 'done' | 'stopped', tx?: EntityManager): Promise<void> {
    if (!tx) return this.database.run((em) => this.end(id, state, em));
    await this.database.query(
      `update ${this.tableIn(tx)} set state = $2, ended_at = mailroom.now() where id = $1 and state = 'running'`,
      [id, state],
      tx,
    );
  }

  // Waits for whoever is beginning one at this moment: the index of what is running takes the second when the first fails.
  private async add(values: readonly unknown[], tx: EntityManager): Promise<string> {
    const sql = `
      insert into ${this.tableIn(tx)} (act, filter, total, asked_by, started_at)
      values ($1, $2, 0, $3, mailroom.now()) returning id`;
    try {
      const { rows } = await this.database.query<{ id: string }>(sql, values, tx);
      return rows[0]?.id ?? '';
    } catch (error) {
      const driver = error instanceof QueryFailedError ? (error.driverError as { code?: string }) : {};
      throw driver.code === UNIQUE_VIOLATION ? this.busy() : error;
    }
  }

  private async forgetOld(tx: EntityManager): Promise<void> {
    const table = this.tableIn(tx);
    await this.database.query(
      `delete from ${table} where state <> 'running' and id not in (
         select id from ${table} order by started_at desc limit $1)`,
      [KEPT],
      tx,
    );
  }

  private tableIn(em: EntityManager): string {
    return em.getRepository(this.kind).metadata.tablePath;
  }
}

const running = <Run extends RecordedRun>(id: string) => ({ id, state: 'running' }) as FindOptionsWhere<Run>;

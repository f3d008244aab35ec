import { type EntityManager } from 'typeorm';
import { type Database } from '../database/database.js';
import { type Step, type Sweep, type Swept } from './sweep.js';

/** A statement that deletes what is over. */
export interface Deletion {
  /** With `$1`, what is kept, and `$2`, the rows it may delete at most. */
  readonly sql: string;
  /** How many rows are kept, however old or young; without it the days of the setting are what is kept. */
  readonly keptRows?: number;
}

/** Batches in which each statement deletes what it finds, until none of them has found as many as it may delete. */
export function deletingBatch(database: Database, ...deletions: readonly Deletion[]): Sweep['batch'] {
  return async ({ days, limit }: Step, tx: EntityManager): Promise<Swept> => {
    let removed = 0;
    let isOver = true;
    for (const { sql, keptRows = days } of deletions) {
      const { affected } = await database.query(sql, [keptRows, limit], tx);
      removed += affected;
      isOver &&= affected < limit;
    }
    return { removed, after: isOver ? null : 'more' };
  };
}

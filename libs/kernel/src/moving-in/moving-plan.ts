import { type EntityManager } from 'typeorm';
import { type Actor } from '../admin-access/admin-access.js';
import { type MovingRow } from './moving-row.js';

/** What becomes of one row, and for something new how it is stored: in the transaction of the whole file. */
export interface MovingPlan {
  readonly row: MovingRow;
  /** Stores it and answers its id; null where there is nothing to store. */
  readonly store: ((actor: Actor, tx: EntityManager) => Promise<string>) | null;
}

import { type EntityManager } from 'typeorm';
import { type Database } from '../database/database.js';

/** The way on which pg-boss asks the database: on connections of ours, in `tx` when given. */
export function bossDatabase(database: Database, tx?: EntityManager) {
  return {
    executeSql: async (text: string, values: unknown[] = []) => {
      const { rows } = tx ? await database.query(text, values, tx) : await database.script(text, values);
      return { rows };
    },
  };
}

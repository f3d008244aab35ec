import { PgBoss } from 'pg-boss';
import { type Database } from '../database/database.js';
import { JOBS_SCHEMA } from './job.js';

/**
 * Creates the tables of the job queue, or brings them up to date; nothing when they are. One process at a time: of two that
 * do it at once pg-boss takes the one that fails for done.
 */
export async function installJobQueue(database: Database): Promise<void> {
  const db = { executeSql: (text: string, values: unknown[] = []) => database.script(text, values) };
  const boss = new PgBoss({ db, schema: JOBS_SCHEMA, schedule: false, supervise: false });
  const failures: Error[] = [];
  boss.on('error', (error) => failures.push(error));
  await boss.start();
  await boss.stop({ graceful: false, close: false });
  if (failures[0]) throw failures[0];
}

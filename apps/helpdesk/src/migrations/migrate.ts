import { DataSource } from 'typeorm';
import { Tickets1764000100001 } from './1764000100001-tickets.js';
import { QueuesAndReports1764000100002 } from './1764000100002-queues-and-reports.js';

/** Brings the helpdesk's own tables up to date; several processes may start at once, so one at a time. */
export async function migrate(databaseUrl: string): Promise<void> {
  const database = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    migrations: [Tickets1764000100001, QueuesAndReports1764000100002],
    migrationsTableName: 'helpdesk_migrations',
    installExtensions: false,
    poolSize: 2,
  });
  await database.initialize();
  const lock = database.createQueryRunner();
  try {
    await lock.query(`select pg_advisory_lock(hashtextextended('helpdesk.migrations', 0))`);
    await database.runMigrations({ transaction: 'each' });
  } finally {
    await lock.release();
    await database.destroy();
  }
}

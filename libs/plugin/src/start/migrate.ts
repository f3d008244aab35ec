import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';
import { mailroomMigrations } from '../../../../migrations/index.js';

const LOCK = `hashtextextended('mailroom.migrations', 0)`;

/**
 * Brings schema `mailroom` up to date: forward only, under an advisory lock (several instances may start at once),
 * with a ledger of its own, on a short-lived DataSource with the host's connection settings. The host's entities,
 * migrations and ledger are not touched. TypeORM itself takes no lock: without one, parallel starts collide.
 */
export async function migrate(host: DataSource): Promise<void> {
  const guest = new DataSource({
    ...host.options,
    schema: 'mailroom',
    entities: [],
    subscribers: [],
    synchronize: false,
    dropSchema: false,
    migrationsRun: false,
    migrations: mailroomMigrations,
    migrationsTableName: 'migration_ledger',
    poolSize: 2,
  } as DataSourceOptions);
  await guest.initialize();
  try {
    await underLock(guest, () => guest.runMigrations({ transaction: 'each' }));
  } finally {
    await guest.destroy();
  }
}

async function underLock(guest: DataSource, work: () => Promise<unknown>): Promise<void> {
  const runner: QueryRunner = guest.createQueryRunner();
  try {
    await runner.query(`set lock_timeout = '120s'`);
    await runner.query(`select pg_advisory_lock(${LOCK})`);
    await runner.query('create schema if not exists mailroom');
    await work();
  } finally {
    await runner.query(`select pg_advisory_unlock(${LOCK})`).catch(() => undefined);
    await runner.release();
  }
}

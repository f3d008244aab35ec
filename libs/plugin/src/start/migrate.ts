import { DataSource, type DataSourceOptions, type QueryRunner } from 'typeorm';
import { Database, installJobQueue, retryDelay } from '@mailroom/kernel';
import { mailroomMigrations } from '../../../../migrations/index.js';
import { migrationManners } from './migration-manners.js';
import { StartRefusal } from './start-refusal.js';

const LOCK = `hashtextextended('mailroom.migrations', 0)`;
const LOCK_NOT_AVAILABLE = '55P03';
const BREATH = { base: 500, cap: 5_000 };

/** How long a migration waits for a table that somebody else holds, and how often it comes back. */
export interface MigrationPatience {
  readonly lockMs: number;
  readonly tries: number;
}

/**
 * Brings schemas `mailroom` and `mailroom_jobs` up to date: forward only, under an advisory lock (several instances may
 * start at once; neither TypeORM nor pg-boss survives that by itself), with a ledger of its own, on a short-lived
 * DataSource with the host's connection settings. The host's entities, migrations and ledger are not touched. A table that
 * somebody holds is waited for a few seconds at a time, so that others get at it in between; then StartRefusal.
 */
export async function migrate(
  host: DataSource,
  patience: MigrationPatience = { lockMs: 5_000, tries: 12 },
): Promise<void> {
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
    poolSize: 3,
  } as DataSourceOptions);
  await guest.initialize();
  guest.subscribers.push(migrationManners(patience.lockMs));
  try {
    await underLock(guest, () => bringUpToDate(guest, patience.tries));
  } finally {
    await guest.destroy();
  }
}

async function bringUpToDate(guest: DataSource, tries: number): Promise<void> {
  await ensureSchema(guest);
  for (let tried = 1; ; tried += 1) {
    try {
      await guest.runMigrations({ transaction: 'each' });
      break;
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
      if (tried >= tries) throw tableHeld();
      await new Promise((resolve) => setTimeout(resolve, retryDelay(tried, BREATH)));
    }
  }
  await installJobQueue(new Database(guest, 1));
}

// `create schema if not exists` wants the right to create schemas even where there is nothing to create.
async function ensureSchema(guest: DataSource): Promise<void> {
  const found: unknown[] = await guest.query(`select from pg_namespace where nspname = 'mailroom'`);
  if (found.length === 0) await guest.query('create schema mailroom');
}

// A lock of a transaction, not of the session: it holds behind a pooler in transaction mode, too. What is done meanwhile
// is done on other connections.
async function underLock(guest: DataSource, work: () => Promise<void>): Promise<void> {
  const runner: QueryRunner = guest.createQueryRunner();
  try {
    await runner.query('begin');
    await runner.query(`set local lock_timeout = '15min'`);
    await runner.query(`set local statement_timeout = '15min'`);
    await runner.query(`set local idle_in_transaction_session_timeout = 0`);
    await runner.query(`select pg_advisory_xact_lock(${LOCK})`);
    await work();
  } finally {
    await runner.query('commit').catch(() => undefined);
    await runner.release();
  }
}

function tableHeld(): StartRefusal {
  return new StartRefusal(
    'a migration waits for a table that something else holds; end the long transaction (pg_stat_activity shows it) and start again.',
  );
}

import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** Rejects unless the server behind the URL works on this very data directory (both carry the cluster's number). */
export async function proveOurs(url: string, directory: string): Promise<void> {
  const onDisk = await systemIdentifier(directory);
  const [row] = await ask<{ id: string }>(
    url,
    'SELECT system_identifier::text AS id FROM pg_control_system()',
  );
  if (row?.id !== onDisk) throw new Error(`The PostgreSQL that answers does not work on ${directory}.`);
}

/** Creates the database when it is missing; two starts at once may both ask. */
export async function ensureDatabase(url: string, database: string): Promise<void> {
  const found = await ask(url, 'SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (found.length > 0) return;
  await ask(url, `CREATE DATABASE ${pg.escapeIdentifier(database)}`).catch((error: unknown) => {
    if (!(error instanceof pg.DatabaseError) || !['42P04', '23505'].includes(error.code ?? '')) throw error;
  });
}

/** Whether clients other than us are connected, also after a second in which closing connections may go. */
export async function isInUse(url: string): Promise<boolean> {
  const end = performance.now() + 1_000;
  while (await hasOthers(url)) {
    if (performance.now() > end) return true;
    await pause(50);
  }
  return false;
}

async function hasOthers(url: string): Promise<boolean> {
  const others = `SELECT 1 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`;
  // A server that does not answer has nobody to lose.
  return (await ask(url, others).catch(() => [])).length > 0;
}

async function ask<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    query_timeout: 20_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** The first eight bytes of pg_control (ControlFileData in src/include/catalog/pg_control.h). */
async function systemIdentifier(directory: string): Promise<string> {
  const file = await open(join(directory, 'global', 'pg_control'));
  try {
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return buffer.readBigUInt64LE().toString();
  } finally {
    await file.close();
  }
}

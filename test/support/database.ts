import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database that belongs to one spec. */
export interface TestDatabase {
  readonly url: string;
  readonly name: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * A new database on the PostgreSQL of this run. With `template` (see templateDatabase) it starts as a copy of that one,
 * otherwise empty.
 */
export async function freshDatabase({
  template = 'template1',
}: { template?: string } = {}): Promise<TestDatabase> {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await ask((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${pg.escapeIdentifier(template)}`));
  return { name, url: urlOf(name), drop: () => drop(name) };
}

/**
 * Prepares a database once per run, whichever worker comes first, and answers with its name: clone it with
 * `freshDatabase({ template })`. `prepare` must close its connections; when it throws, the next caller tries again.
 */
export async function templateDatabase(
  name: string,
  prepare: (url: string) => Promise<void>,
): Promise<string> {
  await ask(async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const draft = await freshDatabase();
    await prepare(draft.url);
    await client.query(`ALTER DATABASE ${draft.name} RENAME TO ${pg.escapeIdentifier(name)}`);
  });
  return name;
}

async function drop(name: string): Promise<void> {
  await ask((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

async function ask(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres'), connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(name: string): string {
  const base = process.env['MAILROOM_TEST_POSTGRES'];
  if (!base)
    throw new Error('MAILROOM_TEST_POSTGRES is not set: global-setup.mjs starts the PostgreSQL of a run.');
  return Object.assign(new URL(base), { pathname: `/${name}` }).href;
}

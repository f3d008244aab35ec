import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../apps/helpdesk/src/embedded-postgres/embedded-postgres.js';

const told = [
  'server_version',
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'wal_level',
  'shared_buffers',
  'random_page_cost',
];

/** A PostgreSQL that keeps what it commits: fsync on, settings as `npm start` has them. */
export class BenchPostgres {
  private constructor(
    private readonly server: Awaited<ReturnType<typeof startEmbeddedPostgres>>,
    /** Its settings in words. */
    readonly settings: string,
  ) {}

  static async start(folder: string): Promise<BenchPostgres> {
    const server = await startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), durable: true });
    const settings = await query<{ name: string; value: string }>(
      server.url(),
      `select name, current_setting(name) as value from unnest($1::text[]) as name`,
      [told],
    );
    return new BenchPostgres(server, settings.map(({ name, value }) => `${name} ${value}`).join(', '));
  }

  /** A new empty database. */
  async createDatabase(name: string): Promise<string> {
    await query(this.server.url(), `create database ${pg.escapeIdentifier(name)}`);
    return this.server.url(name);
  }

  async dropDatabase(name: string): Promise<void> {
    await query(this.server.url(), `drop database ${pg.escapeIdentifier(name)} with (force)`);
  }

  /** Writes out what earlier work left, so that nobody pays for it in somebody else's time. */
  async settle(): Promise<void> {
    await query(this.server.url(), 'checkpoint');
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

/** One statement on a connection of its own. */
export async function query<Row>(url: string, sql: string, params: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    query_timeout: 60_000,
  });
  await client.connect();
  try {
    return (await client.query(sql, params)).rows as Row[];
  } finally {
    await client.end();
  }
}

import pg from 'pg';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const INSTANCES = 4;
const ROUNDS = 6;
const PATIENCE_MS = 180_000;

describe('several instances that start together on an empty database', () => {
  it(
    'all come up, and say nothing about it',
    async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const database = await emptyDatabase();
        const said: string[] = [];
        const starts = await Promise.allSettled(
          Array.from({ length: INSTANCES }, () => startMailroom({ database, logger: writingTo(said) })),
        );
        const refusals = starts.flatMap((start) =>
          start.status === 'rejected' ? [String(start.reason)] : [],
        );
        const queries = await Promise.allSettled(upOf(starts).flatMap(everyConnection));
        await Promise.all(upOf(starts).map((mailroom) => mailroom.stop()));
        await database.drop();
        const broken = queries.flatMap((query) =>
          query.status === 'rejected' ? [String(query.reason)] : [],
        );
        expect({ round, refusals, said, broken }).toEqual({ round, refusals: [], said: [], broken: [] });
      }
    },
    PATIENCE_MS,
  );
});

it('a PostgreSQL that hangs up while a new connection is handed out does not end the process', async () => {
  const mailroom = await startMailroom({ work: false });
  const { master } = mailroom.dataSource.driver as unknown as { master: pg.Pool };
  const idle = await Promise.all(Array.from({ length: master.idleCount }, () => master.connect()));
  const handedOut = Promise.withResolvers<void>();
  master.connect((error, client, release) => {
    if (!client) return handedOut.reject(error);
    try {
      // In the moment between node-postgres, which listens no more, and TypeORM, which does not listen yet.
      client.emit('error', new Error('terminating connection due to administrator command'));
      handedOut.resolve();
    } catch (unheard) {
      handedOut.reject(unheard);
    } finally {
      release(true);
    }
  });
  await expect(handedOut.promise).resolves.toBeUndefined();
  for (const client of idle) client.release();
  await mailroom.stop();
});

// Hosts bring their own tables; "if not exists" does not keep two of them apart.
async function emptyDatabase(): Promise<TestDatabase> {
  const database = await freshDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    'create table host_mail (id serial primary key, delivery_id text not null, account_id text not null, subject text, sender text)',
  );
  await client.end();
  return database;
}

function upOf(starts: readonly PromiseSettledResult<RunningMailroom>[]): RunningMailroom[] {
  return starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
}

/** More at once than the pool has connections: whoever left one of them in a bad state is found out. */
function everyConnection({ dataSource }: RunningMailroom): Promise<unknown>[] {
  return Array.from({ length: 12 }, () => dataSource.query('select pg_sleep(0.02)'));
}

// That the keys are for development, and that one process holds several DataSources, is so with every spec.
const EXPECTED = /development key|data source with the default name/;

function writingTo(said: string[]) {
  const write = (...words: unknown[]): void => {
    if (!EXPECTED.test(String(words[0]))) said.push(words.map(String).join(' '));
  };
  return { log: () => undefined, error: write, warn: write, fatal: write };
}

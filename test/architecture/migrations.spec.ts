import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { mailroomEntities } from '@mailroom/plugin';
import { migrate } from '../../libs/plugin/src/start/migrate.js';
import { SessionSeats1764000000022 } from '../../migrations/1764000000022-session-seats.js';
import { OutboxSearch1764000000035 } from '../../migrations/1764000000035-outbox-search.js';
import { CountedRecipients1764000000036 } from '../../migrations/1764000000036-counted-recipients.js';
import { RawMailInPieces1764000000046 } from '../../migrations/1764000000046-raw-mail-in-pieces.js';
import { mailroomMigrations } from '../../migrations/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/until.js';

describe('the migrations', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    dataSource = await new DataSource({
      type: 'postgres',
      url: database.url,
      entities: mailroomEntities,
    }).initialize();
    await migrate(dataSource);
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  // From one that changes a table: functions are written anew whoever uses them.
  async function takeBackFrom(migration: (typeof mailroomMigrations)[number]): Promise<void> {
    const takenBack = dataSource.createQueryRunner();
    for (const Migration of mailroomMigrations.slice(mailroomMigrations.indexOf(migration)).toReversed()) {
      await new Migration().down(takenBack);
      await takenBack.query('delete from mailroom.migration_ledger where name = $1', [Migration.name]);
    }
    await takenBack.release();
  }

  it('make exactly the columns that the entities speak of', async () => {
    for (const metadata of dataSource.entityMetadatas) {
      const rows: { column_name: string; data_type: string; is_nullable: string }[] = await dataSource.query(
        `select column_name, data_type, is_nullable from information_schema.columns where table_schema = $1 and table_name = $2`,
        [metadata.schema, metadata.tableName],
      );
      const inDatabase = rows.map(({ column_name, is_nullable }) => `${column_name} ${is_nullable}`);
      const inEntity = metadata.columns.map((c) => `${c.databaseName} ${c.isNullable ? 'YES' : 'NO'}`);
      expect({ table: metadata.tableName, columns: inDatabase.toSorted() }).toEqual({
        table: metadata.tableName,
        columns: inEntity.toSorted(),
      });
      for (const column of metadata.columns) {
        const type = rows.find(({ column_name }) => column_name === column.databaseName)?.data_type;
        expect(`${metadata.tableName}.${column.databaseName} ${type}`).toBe(
          `${metadata.tableName}.${column.databaseName} ${column.isArray ? 'ARRAY' : spelled(dataSource.driver.normalizeType(column))}`,
        );
      }
    }
  });

  it('are numbered in the order they run', () => {
    const names = mailroomMigrations.map(({ name }) => name.slice(-13));
    expect(names).toEqual([...new Set(names)].toSorted());
  });

  it('leave of a failure what a failure says, where it once said more of its account', async () => {
    const seats = new SessionSeats1764000000022();
    const runner = dataSource.createQueryRunner();
    await seats.down(runner);
    const said = { host: 'imap.example', port: 993, folder: 'Queue' };
    const leaked = {
      ...said,
      login: 'support',
      sealedPassword: 'sealed',
      folders: ['Queue'],
      lastCheck: null,
    };
    const steps = [
      { step: 'sign-in', problem: null },
      { step: 'folder', problem: { code: 'mailbox-folder-missing', params: leaked } },
    ];
    await runner.query(
      `insert into mailroom.mail_account (name, host, port, security, login, address, auth, disposition,
         failure_params, last_check)
       select name, 'imap.example', 993, 'tls', 'support', 'support@example', 'password', 'leave', params, $3
       from (values ('leaked', $1::jsonb), ('fine', $2::jsonb), ('well', null)) as row (name, params)`,
      [JSON.stringify(leaked), JSON.stringify(said), JSON.stringify({ passed: false, steps })],
    );
    await runner.query(
      `insert into mailroom.fetch_run (account_id, instance, epoch, cause, phase, began_at, problem_params)
       select id, id, 1, 'poll', 'look', now(), failure_params from mailroom.mail_account`,
    );
    await seats.up(runner);
    const rows: unknown[] = await runner.query(
      `select name, failure_params, problem_params, last_check #> '{steps,1,problem,params}' as checked,
         last_check #>> '{steps,0,step}' as first
       from mailroom.mail_account a join mailroom.fetch_run on account_id = a.id order by name`,
    );
    await runner.release();

    const cleared = { failure_params: said, problem_params: said, checked: said, first: 'sign-in' };
    expect(rows).toEqual([
      { name: 'fine', ...cleared },
      { name: 'leaked', ...cleared },
      { name: 'well', ...cleared, failure_params: null, problem_params: null },
    ]);
  });

  it('let a server at Microsoft that had its limit by the day count what Microsoft counts', async () => {
    const counted = new CountedRecipients1764000000036();
    const runner = dataSource.createQueryRunner();
    await counted.down(runner);
    await runner.query(
      `insert into mailroom.outgoing_server (name, host, port, security, auth, rate_per_day, updated_by, created_at, updated_at)
       select host, host, 587, 'starttls', 'none', rate, 'ada', now(), now()
       from (values ('smtp.office365.com', 10000), ('smtp.office365.com', 500), ('smtp.x.example', 10000)) as row (host, rate)`,
    );
    await runner.query(
      `insert into mailroom.outgoing_pace (server_id, slot, mails)
       select id, now(), 7 from mailroom.outgoing_server where rate_per_day = 500`,
    );
    await counted.up(runner);
    const limits: unknown[] = await runner.query(
      `select host, rate_per_day as mails, recipients_per_day as recipients from mailroom.outgoing_server order by host, mails`,
    );
    const [pace] = (await runner.query('select mails, recipients from mailroom.outgoing_pace')) as unknown[];
    await runner.release();
    expect(limits).toEqual([
      { host: 'smtp.office365.com', mails: 500, recipients: null },
      { host: 'smtp.office365.com', mails: null, recipients: 10_000 },
      { host: 'smtp.x.example', mails: 10_000, recipients: null },
    ]);
    expect(pace).toEqual({ mails: 7, recipients: 7 });
  });

  it('cut raw mail into pieces that leave with their delivery, and put them together again on the way back', async () => {
    const pieces = new RawMailInPieces1764000000046();
    const runner = dataSource.createQueryRunner();
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    await runner.query(
      `insert into mailroom.delivery (id, account_id, generation, uid_validity, uid, size, received_at, recorded_at, outcome)
       select id::uuid, (select id from mailroom.mail_account limit 1), 9, 9, n, 1, now(), now(), 'stored'
       from unnest($1::text[]) with ordinality as row (id, n)`,
      [ids],
    );
    await runner.query(
      `insert into mailroom.raw_mail (delivery_id, position, bytes)
       values ($1, 1, 'b'), ($1, 0, 'a'), ($1, 2, 'c'), ($2, 0, 'whole'), ($3, 0, 'x'), ($3, 1, 'y')`,
      ids,
    );
    await runner.query('delete from mailroom.delivery where id = $1', [ids[2]]);
    await pieces.down(runner);
    const kept: unknown[] = await runner.query(
      `select delivery_id as id, convert_from(bytes, 'utf8') as text from mailroom.raw_mail order by text`,
    );
    await pieces.up(runner);
    await runner.query('delete from mailroom.delivery where generation = 9');
    const left: unknown[] = await runner.query('select from mailroom.raw_mail');
    await runner.release();

    expect(kept).toEqual([
      { id: ids[0], text: 'abc' },
      { id: ids[1], text: 'whole' },
    ]);
    expect(left).toEqual([]);
  });

  it('wait for a table that is in use, and say so when it stays in use', async () => {
    await takeBackFrom(OutboxSearch1764000000035);
    const report = dataSource.createQueryRunner();
    await report.startTransaction();
    const inUse: { tablename: string }[] = await report.query(
      `select tablename from pg_tables where schemaname = 'mailroom' and tablename <> 'migration_ledger'`,
    );
    for (const { tablename } of inUse) {
      await report.query(`lock table mailroom.${tablename} in row exclusive mode`);
    }

    await expect(migrate(dataSource, { lockMs: 20, tries: 2 })).rejects.toThrow(/end the long transaction/);
    const patient = migrate(dataSource, { lockMs: 20, tries: 50 });
    await report.commitTransaction();
    await report.release();
    await patient;

    const ledger: unknown[] = await dataSource.query('select name from mailroom.migration_ledger');
    expect(ledger).toHaveLength(mailroomMigrations.length);
  });

  it('have their time, whatever their login is allowed', async () => {
    await takeBackFrom(OutboxSearch1764000000035);
    const report = dataSource.createQueryRunner();
    await report.startTransaction();
    await report.query('lock table mailroom.outgoing_mail in row exclusive mode');
    const hurried = new DataSource({
      type: 'postgres',
      url: database.url,
      entities: mailroomEntities,
      extra: { statement_timeout: 1_000 },
    });
    await hurried.initialize();
    const migrated = migrate(hurried, { lockMs: 30_000, tries: 1 });
    migrated.catch(() => undefined);
    const overdue = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
      and clock_timestamp() - query_start > interval '1.2 s'`;
    await until(async () => (await dataSource.query(overdue)).length > 0, {
      what: 'a statement that has waited longer than its login may',
    });
    await report.commitTransaction();
    await report.release();
    await migrated;
    await hurried.destroy();
  });

  it('can be taken back to nothing', async () => {
    const runner = dataSource.createQueryRunner();
    for (const Migration of mailroomMigrations.toReversed()) await new Migration().down(runner);
    const left: { table_name: string }[] = await runner.query(
      `select table_name from information_schema.tables where table_schema = 'mailroom'`,
    );
    await runner.release();
    expect(left.map(({ table_name }) => table_name)).toEqual(['migration_ledger']);
  });
});

function spelled(type: string): string {
  return type === 'timestamptz' ? 'timestamp with time zone' : type;
}

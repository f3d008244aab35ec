import pg from 'pg';
import { anyFreePort } from '../../apps/helpdesk/src/embedded-postgres/port.js';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { removeWithServers } from '../support/leftovers.mjs';
import { until } from '../support/until.js';
import { FreshHost, installHost, mailroomCommand } from './fresh-host.js';

const ADDRESS = 'office@sandbox.test';
const SUBJECTS = ['Opening hours', 'A parcel', 'Trips once', 'Thank you'];

/** What the host counted: its guard, its filter and its pipe, in the order they were asked. */
interface Counted {
  readonly guard: string[];
  readonly filter: string[];
  readonly pipe: number;
  readonly ticks: number[];
  readonly cronJobs: string[];
}

// Not part of `npm test`: it installs from the registry. `npm run test:embedding`.
describe('a host that installed the package', () => {
  let folder: string;
  let database: TestDatabase;
  let client: pg.Client;
  let sandbox: Sandbox;
  let host: FreshHost;

  beforeAll(async () => {
    [folder, database, sandbox] = await Promise.all([installHost(), freshDatabase(), startSandbox()]);
    sandbox.addPerson(ADDRESS);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  }, 400_000);
  afterAll(async () => {
    await host?.stop();
    await client?.end();
    await sandbox?.stop();
    await database?.drop();
    if (folder) removeWithServers(folder);
  });

  async function start(withMailroom: boolean): Promise<FreshHost> {
    const port = await anyFreePort();
    const mailroom = withMailroom ? { PUBLIC_URL: `http://localhost:${port}/backend` } : {};
    host = await FreshHost.start(folder, port, { DATABASE_URL: database.url, ...mailroom });
    return host;
  }

  /** Everything that the host does for its own people, and what its own furniture counted meanwhile. */
  async function anOrdinaryDay(office: FreshHost) {
    const answers = [
      await office.ask('GET', 'enquiries'),
      await office.ask('GET', 'enquiries?sort=badly'),
      await office.ask('GET', 'enquiries', { badge: 'stolen' }),
      await office.ask('POST', 'enquiries/echo', { body: { text: '  room  ' } }),
      await office.ask('GET', 'nowhere'),
    ];
    const ticked = async () => ((await counted(office)).ticks.length > 2 ? counted(office) : false);
    const { guard, filter, pipe, ticks, cronJobs } = await until(ticked, { what: 'the cron job' });
    expect(new Set(ticks).size).toBe(ticks.length);
    const asked = guard.filter((url) => url !== '/backend/enquiries/counts');
    return { answers, asked, filter, pipe, cronJobs };
  }

  const counted = async (office: FreshHost) => (await office.ask('GET', 'enquiries/counts')).body as Counted;
  const rows = async (sql: string) => (await client.query<Record<string, unknown>>(sql)).rows;

  it('behaves as before, counted, and keeps its tables and its ledger', async () => {
    const before = await anOrdinaryDay(await start(false));
    expect(before.answers.map(({ status }) => status)).toEqual([200, 418, 418, 201, 418]);
    expect(before).toMatchObject({
      pipe: 3,
      filter: expect.arrayContaining(['no such order', 'stolen badge']),
    });
    expect([0, null]).toContain(await host.stop());

    const after = await anOrdinaryDay(await start(true));
    expect(after).toEqual(before);
    expect(await rows(`select name from migrations`)).toEqual([{ name: 'EnquiryTable1700000000000' }]);
    expect(
      await rows(`select table_name from information_schema.tables where table_schema = 'public' order by 1`),
    ).toEqual([{ table_name: 'enquiry' }, { table_name: 'migrations' }]);
  }, 120_000);

  it('shows the pages below its prefix, behind its guard', async () => {
    const page = await host.ask('GET', 'mailroom/', { badge: 'admin' });
    expect(page).toMatchObject({
      status: 200,
      body: expect.stringContaining('<base href="/backend/mailroom/"'),
    });
    const refused = await host.ask('GET', 'mailroom/api/accounts', { badge: 'visitor' });
    expect(refused).toMatchObject({ status: 403 });
    expect((await host.ask('GET', 'mailroom/', { badge: 'stolen' })).status).not.toBe(200);
  });

  it('finds each mail in its own table once, also one that it fell over', async () => {
    const { body } = await host.ask('POST', 'mailroom/api/accounts', {
      badge: 'admin',
      body: {
        name: 'Office',
        host: '127.0.0.1',
        port: sandbox.imap.port,
        security: 'none',
        login: ADDRESS,
        auth: 'password',
        password: 'sandbox',
        disposition: 'leave',
        start: 'all',
        push: false,
      },
    });
    for (const subject of SUBJECTS) {
      sandbox.deliver(ADDRESS, `From: somebody@elsewhere.test\r\nSubject: ${subject}\r\n\r\nHello`);
    }
    const live = await host.ask('POST', `mailroom/api/accounts/${body.id}/state`, {
      badge: 'admin',
      body: { state: 'live' },
    });
    expect(live.status).toBe(200);
    const written = () => rows('select subject, sender from enquiry order by subject');
    const all = async () => ((await written()).length >= SUBJECTS.length ? written() : false);
    expect(await until(all, { timeoutMs: 60_000, what: 'the mail in the table of the host' })).toEqual(
      SUBJECTS.toSorted().map((subject) => ({ subject, sender: 'somebody@elsewhere.test' })),
    );
    expect(
      await rows('select e.subject from enquiry e join mailroom.delivery d on d.id::text = e.delivery_id'),
    ).toHaveLength(SUBJECTS.length);
    // The number of what was rolled back is gone: it did write, and fall, before.
    const [{ last } = {}] = await rows('select max(id) as last from enquiry');
    expect(last).toBeGreaterThan(SUBJECTS.length);
  }, 120_000);

  it('has the command line, on the same accounts', async () => {
    const env = { DATABASE_URL: database.url, PUBLIC_URL: `${host.origin}/backend` };
    const words = ['--host', './dist/mailroom-context.js', '--json', 'accounts', 'list'];
    expect(await mailroomCommand(folder, words, env)).toContain('"Office"');
  }, 90_000);
});

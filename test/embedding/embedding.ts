import pg from 'pg';
import { type Browser } from 'playwright-core';
import { anyFreePort } from '../../apps/helpdesk/src/embedded-postgres/port.js';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startBrowser } from '../support/browser.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { removeWithServers } from '../support/leftovers.mjs';
import { until } from '../support/until.js';
import {
  FreshHost,
  INSTALLED_MS,
  installJudges,
  installKind,
  judge,
  mailroomCommand,
  TARBALL,
  type Kind,
} from './fresh-host.js';
import { Journey } from './journey.js';
import { Staff, type Floor } from './staff.js';

// It installs from the registry: part of `npm test` where CI is set, `npm run test:embedding` elsewhere.

const BACKEND: Floor = { prefix: '/backend', mount: '/backend/mailroom' };
const BADGE = { 'x-badge': 'admin' };
const KEYS = `k1:${Buffer.alloc(32, 7).toString('base64')}`;

/** A host on a database and a provider of its own. */
interface Office {
  readonly folder: string;
  readonly database: TestDatabase;
  readonly client: pg.Client;
  readonly sandbox: Sandbox;
  readonly hosts: FreshHost[];
  readonly rows: (sql: string) => Promise<Record<string, unknown>[]>;
  /** Starts an instance; `publicUrl` is its own address below `prefix` unless another one is given, or none. */
  start(name: string, floor: Floor, env?: Record<string, string | undefined>): Promise<FreshHost>;
  close(): Promise<void>;
}

async function openOffice(folder: string): Promise<Office> {
  const [database, sandbox] = await Promise.all([freshDatabase(), startSandbox()]);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const hosts: FreshHost[] = [];
  return {
    folder,
    database,
    client,
    sandbox,
    hosts,
    rows: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
    start: async (name, { prefix, mount }, more = {}) => {
      const port = await anyFreePort();
      const env = {
        DATABASE_URL: database.url,
        PUBLIC_URL: `http://localhost:${port}${prefix}`,
        MOUNT: mount,
        ...more,
      };
      const told = Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined);
      const host = await FreshHost.start(folder, name, port, Object.fromEntries(told));
      hosts.push(host);
      return host;
    },
    close: async () => {
      await Promise.all(hosts.map((host) => host.stop()));
      await client.end();
      await sandbox.stop();
      await database.drop();
    },
  };
}

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
}, 60_000);
afterAll(() => browser?.close());

const folders = new Map<Kind, string>();

async function folderOf(kind: Kind): Promise<string> {
  const folder = folders.get(kind) ?? (await installKind(kind));
  folders.set(kind, folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders.values()) removeWithServers(folder);
});

/** Tells the whole journey, a test for each step; after a failure the others are not worth telling. */
function tellJourney(journey: () => Journey, onWarning?: () => Promise<void>): void {
  let brokenOff = false;
  const step = (title: string, tell: (journey: Journey) => Promise<void>) =>
    it(
      title,
      async () => {
        if (brokenOff) throw new Error('the story broke off before');
        brokenOff = true;
        await tell(journey());
        brokenOff = false;
      },
      120_000,
    );
  step('shows the pages below its prefix', (each) => each.pages());
  step('connects a mailbox with one consent', (each) => each.connects());
  step('finds mail in its own table', (each) => each.takesMail());
  step('carries downloads, streams and bodies', (each) => each.carries());
  step('answers from the mailbox', (each) => each.answers());
  step('warns when the grant has ended', (each) => each.expires());
  if (onWarning) step('tells its own people too', onWarning);
  step('goes on after one consent', (each) => each.reconnects());
}

/** What billing-desk counted: everything of its own that ran. */
interface Counted {
  readonly guard: string[];
  readonly filter: string[];
  readonly jobs: string[];
  readonly ticks: number[];
  readonly beats: number[];
  readonly pipe: number;
  readonly interceptor: number;
  readonly cronJobs: string[];
  readonly intervals: string[];
}

describe('the package, as those see it who judge packages', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await installJudges();
  }, INSTALLED_MS);
  afterAll(() => folder && removeWithServers(folder));

  it('is without findings of publint', async () => {
    expect(await judge(folder, 'publint', TARBALL, '--strict')).toContain('All good!');
  }, 120_000);

  it('has types that every way to resolve them finds, as an ES module', async () => {
    const said = await judge(folder, 'attw', '--profile', 'esm-only', '--format', 'json', TARBALL);
    expect(JSON.parse(said).analysis).toMatchObject({ packageName: 'nestjs-mailroom' });
  }, 120_000);
});

describe('an Express host with opinions of its own', () => {
  let office: Office;
  let host: FreshHost;
  beforeAll(async () => {
    office = await openOffice(await folderOf('express'));
  }, INSTALLED_MS);
  afterAll(() => office?.close());

  const ask = (method: string, path: string, badge?: string, body?: object) =>
    host.ask(method, `/backend/${path}`, {
      ...(badge === undefined ? {} : { headers: { 'x-badge': badge } }),
      ...(body === undefined ? {} : { body }),
    });
  const counted = async () => (await ask('GET', 'enquiries/counts')).body as Counted;

  /** Everything that the host does for its own people, and what its own furniture counted meanwhile. */
  async function anOrdinaryDay() {
    const answers = [
      await ask('GET', 'enquiries'),
      await ask('GET', 'enquiries?sort=badly'),
      await ask('GET', 'enquiries', 'stolen'),
      await ask('POST', 'enquiries/echo', undefined, { text: '  room  ' }),
      await ask('GET', 'nowhere'),
    ].map(({ status, body }) => ({ status, body }));
    const rested = async () => {
      const seen = await counted();
      return seen.ticks.length > 2 && seen.beats.length > 2 && seen.jobs.length > 0 ? seen : false;
    };
    const { guard, ticks, beats, interceptor, ...seen } = await until(rested, {
      what: 'its timers and jobs',
    });
    // A second scheduler would fire each timer twice.
    expect(new Set(ticks).size).toBe(ticks.length);
    expect(beats.slice(1).every((at, index) => at - beats[index]! > 350)).toBe(true);
    const looks = guard.filter((url) => url === '/backend/enquiries/counts').length;
    const asked = guard.filter((url) => url !== '/backend/enquiries/counts');
    return { answers, asked, interceptor: interceptor - looks, ...seen };
  }

  const tables = () =>
    office.rows(`select table_schema || '.' || table_name as name from information_schema.tables
      where table_schema in ('public', 'billing_jobs') order by 1`);

  it('behaves as before, counted, and keeps its tables, its jobs and its ledger', async () => {
    host = await office.start('billing-desk', BACKEND, { PUBLIC_URL: undefined });
    const before = await anOrdinaryDay();
    const tablesBefore = await tables();
    expect(before.answers.map(({ status }) => status)).toEqual([200, 418, 418, 201, 418]);
    expect(before).toMatchObject({
      pipe: 3,
      filter: expect.arrayContaining(['no such order', 'stolen badge']),
      jobs: ['room'],
      cronJobs: ['reminders'],
      intervals: ['heart'],
    });
    expect([0, null]).toContain(await host.stop());

    host = await office.start('billing-desk', BACKEND);
    expect(await anOrdinaryDay()).toEqual(before);
    expect(await tables()).toEqual(tablesBefore);
    expect(await office.rows(`select name from migrations`)).toEqual([{ name: 'EnquiryTable1700000000000' }]);
    expect(host.said).not.toMatch(/error|warn(?!.*development key)/i);
  }, 120_000);

  it('keeps its guard in front of the pages and the API', async () => {
    expect((await ask('GET', 'mailroom/api/accounts', 'visitor')).status).toBe(403);
    expect((await ask('GET', 'mailroom/', 'stolen')).status).toBe(403);
  });

  it('finds a mail once that it fell over after it had written', async () => {
    const address = 'office@sandbox.test';
    office.sandbox.addPerson(address);
    const subjects = ['Opening hours', 'A parcel', 'Trips once', 'Thank you'];
    for (const subject of subjects) {
      office.sandbox.deliver(address, `From: somebody@elsewhere.test\r\nSubject: ${subject}\r\n\r\nHello`);
    }
    const { body } = await ask('POST', 'mailroom/api/accounts', 'admin', {
      name: 'Office',
      host: office.sandbox.imap.host,
      port: office.sandbox.imap.port,
      security: 'none',
      login: address,
      auth: 'password',
      password: 'sandbox',
      disposition: 'leave',
      start: 'all',
      push: false,
    });
    await ask('POST', `mailroom/api/accounts/${body.id}/state`, 'admin', { state: 'live' });
    const written = () => office.rows('select subject from enquiry order by subject');
    const all = async () => ((await written()).length >= subjects.length ? written() : false);
    expect(await until(all, { timeoutMs: 60_000, what: 'the mail in the table of the host' })).toEqual(
      subjects.toSorted().map((subject) => ({ subject })),
    );
    expect(
      await office.rows(
        'select e.subject from enquiry e join mailroom.delivery d on d.id::text = e.delivery_id',
      ),
    ).toHaveLength(subjects.length);
    // The number of what was rolled back is gone: it did write, and fall, before.
    const [{ last } = {}] = await office.rows('select max(id) as last from enquiry');
    expect(last).toBeGreaterThan(subjects.length);
  }, 120_000);

  it('has the command line, on the same accounts', async () => {
    const env = { DATABASE_URL: office.database.url, PUBLIC_URL: `${host.origin}/backend` };
    const words = ['--host', './billing-desk/mailroom-context.js', '--json', 'accounts', 'list'];
    expect(await mailroomCommand(office.folder, words, env)).toContain('"Office"');
  }, 90_000);
});

/** The hosts that go the whole way, and how their admin is known. */
const HOSTS: readonly {
  title: string;
  kind: Kind;
  name: string;
  floor: Floor;
  instances?: number;
  env?: Record<string, string>;
  /** What stands in its database before it starts. */
  schema?: string;
  headers?: (host: FreshHost) => Promise<Record<string, string>>;
  /** While the grant has ended. */
  onWarning?: (office: Office) => Promise<void>;
  afterwards?: (office: Office) => Promise<void>;
}[] = [
  {
    title: 'two instances of an Express host behind one database',
    kind: 'express',
    name: 'billing-desk',
    floor: BACKEND,
    instances: 2,
  },
  { title: 'a CommonJS host', kind: 'express', name: 'legacy-desk', floor: BACKEND },
  {
    title: 'a host whose DataSource has a name, a schema of its own and five connections',
    kind: 'express',
    name: 'tenant-desk',
    floor: { prefix: '', mount: '/admin/mail' },
    env: { MAILROOM_KEYS: KEYS },
    schema: 'acme',
    onWarning: announcedToTenant,
    afterwards: guestOfTenant,
  },
  {
    title: 'a host that knows people by bearer tokens',
    kind: 'express',
    name: 'bearer-desk',
    floor: BACKEND,
    headers: bearerOf,
    afterwards: closedWithoutToken,
  },
  { title: 'a Fastify host', kind: 'fastify', name: 'fast-desk', floor: BACKEND, afterwards: fastAsBefore },
];

describe.each(HOSTS)(
  '$title',
  ({ kind, name, floor, instances = 1, env, schema, headers, onWarning, afterwards }) => {
    let office: Office;
    let journey: Journey;
    beforeAll(async () => {
      office = await openOffice(await folderOf(kind));
      if (schema !== undefined) await office.client.query(`create schema ${pg.escapeIdentifier(schema)}`);
      const first = await office.start(name, floor, env);
      const same = { ...env, PUBLIC_URL: `${first.origin}${floor.prefix}` };
      for (let more = 1; more < instances; more += 1) await office.start(name, floor, same);
      journey = new Journey(
        new Staff(office.hosts, floor, (await headers?.(first)) ?? BADGE),
        office.sandbox,
        browser,
      );
    }, INSTALLED_MS);
    afterAll(() => office?.close());

    tellJourney(() => journey, onWarning && (() => onWarning(office)));

    if (afterwards) it('is as it was besides', () => afterwards(office), 60_000);

    it('ends within seconds', async () => {
      for (const host of office.hosts) expect([0, null]).toContain(await host.stop());
      expect(office.hosts.map(({ said }) => said).join('')).not.toMatch(/\bERROR\b/);
    }, 60_000);
  },
);

async function bearerOf(host: FreshHost): Promise<Record<string, string>> {
  const { body } = await host.ask('POST', '/backend/sign-in', { body: { name: 'ada', password: 'ada' } });
  return { authorization: `Bearer ${body.token}` };
}

async function closedWithoutToken({ hosts: [host] }: Office): Promise<void> {
  expect((await host!.ask('GET', '/backend/readyz')).status).toBe(401);
  const ready = await host!.ask('GET', '/backend/readyz', { headers: await bearerOf(host!) });
  expect([ready.status, ready.body]).toMatchObject([200, { status: 'ok', info: { mail: { status: 'up' } } }]);
  expect((await host!.ask('GET', '/backend/desk/enquiries')).status).toBe(401);
  const stranger = await host!.ask('GET', '/backend/mailroom/api/accounts');
  expect([stranger.status, stranger.body.code]).toEqual([401, 'sign-in-required']);
  const { body } = await host!.ask('POST', '/backend/sign-in', {
    body: { name: 'guest', password: 'guest' },
  });
  const headers = { authorization: `Bearer ${body.token}` };
  expect((await host!.ask('GET', '/backend/mailroom/api/accounts', { headers })).status).toBe(403);
  expect((await host!.ask('POST', '/backend/mail-pages', { headers })).status).toBe(403);
  await pagesByCode(host!);
}

/** The pages without a header that no browser sends: a code for the bearer token, a form, a cookie. */
async function pagesByCode(host: FreshHost): Promise<void> {
  expect((await host.ask('POST', '/backend/mail-pages')).status).toBe(401);
  const { body } = await host.ask('POST', '/backend/mail-pages', { headers: await bearerOf(host) });
  expect(body.action).toBe(`${host.origin}/backend/mailroom/page-session`);
  const post = (origin: string) =>
    fetch(body.action, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin },
      body: new URLSearchParams({ code: body.code, to: 'accounts' }),
    });
  expect((await post('https://evil.example')).status).toBe(403);
  const opened = await post(host.origin);
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/backend/mailroom/accounts']);
  const cookie = opened.headers.get('set-cookie') ?? '';
  expect(cookie).toContain('; Path=/backend/mailroom; HttpOnly; SameSite=Strict');
  expect((await post(host.origin)).status).toBe(401);
  const headers = { cookie: cookie.split(';')[0] ?? '' };
  const page = await host.ask('GET', '/backend/mailroom/accounts', { headers });
  expect([page.status, page.body.includes('<base href')]).toEqual([200, true]);
  const session = await host.ask('GET', '/backend/mailroom/api/session', { headers });
  expect(session.body.actor).toEqual({ id: 'ada', name: 'ada' });
  expect((await host.ask('GET', '/backend/desk/enquiries', { headers })).status).toBe(401);
}

async function announcedToTenant({ rows }: Office): Promise<void> {
  const heard = () => rows(`select kind from acme.announcement where kind = 'refresh-token-expired'`);
  await until(async () => (await heard()).length > 0, { timeoutMs: 100_000, what: 'the notice board' });
  expect(await heard()).toHaveLength(1);
}

async function guestOfTenant({ rows, hosts: [host] }: Office): Promise<void> {
  const named = await rows(`select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema', 'mailroom', 'mailroom_jobs') order by 1`);
  expect(named).toEqual(['acme.announcement', 'acme.enquiry', 'acme.migrations'].map((name) => ({ name })));
  const keys = await host!.ask('GET', '/admin/mail/api/keys', { headers: BADGE });
  expect(JSON.stringify(keys.body)).toContain('"k1"');
  const [{ held } = {}] = await rows(
    `select count(*)::int as held from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  );
  expect(held).toBeLessThanOrEqual(5);
  const signedOut = await host!.ask('GET', '/admin/mail/tokens');
  expect([signedOut.status, signedOut.headers.get('location')]).toEqual([
    303,
    '/sign-in?next=%2Fadmin%2Fmail%2Ftokens',
  ]);
}

/** Bodies that only Mailroom understands are still no business of the host's own routes. */
async function fastAsBefore({ hosts: [host] }: Office): Promise<void> {
  const post = async (type: string, body: string) => {
    const { status, body: said } = await host!.ask('POST', '/backend/notes', { type, body });
    return { status, keys: Object.keys(said) };
  };
  expect(await post('application/json', '{}')).toEqual({ status: 201, keys: ['took'] });
  const unknown = await post('application/x-nobody', 'a: 1');
  expect(unknown.status).toBe(415);
  expect(await post('application/yaml', 'a: 1')).toEqual(unknown);
  expect(await post('message/rfc822', 'a: 1')).toEqual(unknown);
}

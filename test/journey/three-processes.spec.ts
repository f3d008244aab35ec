import pg from 'pg';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { connectionsAt } from '../support/connections-at.js';
import {
  installationOn,
  startHelpdeskProcess,
  type HelpdeskProcess,
  type Installation,
} from '../support/helpdesk-process.js';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.js';
import { until } from '../support/until.js';

const PER_LOGIN = 2;
const PER_HOST = 3;
const CHANGES = 15;
const PATIENCE_MS = 240_000;
/** One login with more accounts than it gets connections, and two others. */
const LOGINS = ['shared', 'shared', 'shared', 'one', 'two'];

describe('three helpdesk processes on one database', () => {
  let sandbox: Sandbox;
  let database: TestDatabase;
  let client: pg.Client;
  /** The way of one of them to the database. */
  let line: FaultProxy;
  let loose: HelpdeskProcess;
  let doomed: HelpdeskProcess;
  let remaining: HelpdeskProcess;
  let installation: Installation;
  const processes: HelpdeskProcess[] = [];
  const crowd = { atHost: 0, ofShared: 0 };
  let sampling: NodeJS.Timeout;

  beforeAll(async () => {
    sandbox = await startSandbox();
    for (const login of new Set(LOGINS)) sandbox.addPerson(`${login}@sandbox.test`);
    database = await freshDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    installation = installationOn(database.url);
    const url = new URL(database.url);
    line = await startFaultProxy({ host: url.hostname, port: Number(url.port || 5432) });
    url.host = `${line.host}:${line.port}`;
    remaining = await startHelpdeskProcess(installation, { name: 'first' });
    [doomed, loose] = await Promise.all([
      startHelpdeskProcess(installation, { name: 'second' }),
      startHelpdeskProcess({ ...installation, databaseUrl: url.href }, { name: 'third' }),
    ]);
    processes.push(remaining, doomed, loose);
    sampling = setInterval(look, 3);
  }, PATIENCE_MS);

  afterAll(async () => {
    clearInterval(sampling);
    await Promise.all(processes.map((process) => process.kill()));
    await line.stop();
    await client.end();
    await database.drop();
    await sandbox.stop();
  });

  it(
    'together keep within the limit of each login, and every mailbox gets its turn',
    async () => {
      await limit('login', PER_LOGIN);
      for (const login of new Set(LOGINS)) letter(login, 'before');
      for (const [index, login] of LOGINS.entries()) await putLive(index, login);
      await mails('before');

      expect(crowd.ofShared).toBe(PER_LOGIN);
    },
    PATIENCE_MS,
  );

  it(
    'let connections go when the limit is lowered, and keep within it while accounts are changed',
    async () => {
      await limit('host', PER_HOST);
      await until(async () => connections() <= PER_HOST && total(await holders()) === PER_HOST, {
        timeoutMs: 30_000,
        what: 'no more connections than that',
      });
      crowd.atHost = 0;
      for (let turn = 0; turn < CHANGES; turn += 1) {
        const { rows } = await client.query<{ id: string }>(
          `select id from mailroom.mail_account where holder is not null order by random() limit 2`,
        );
        await Promise.all(rows.map(({ id }) => beginAnew(id)));
        await until(async () => total(await holders()) === PER_HOST, { what: 'every connection to be used' });
      }

      expect(crowd.atHost).toBe(PER_HOST);
    },
    PATIENCE_MS,
  );

  it(
    'keep within it while one is killed and one has lost the database: others have taken over within 30 s, a new one too',
    async () => {
      await until(async () => (await holders()).size === 3, { timeoutMs: 60_000, what: 'three holders' });
      crowd.atHost = 0;
      await doomed.kill();
      line.rules = { refuse: true };
      line.killAll();
      const lost = performance.now();
      const fresh = await startHelpdeskProcess(installation, { name: 'fresh' });
      processes.push(fresh);
      const takenOver = async () => {
        const held = await holders();
        return (
          !held.has(loose.pid) && !held.has(doomed.pid) && held.has(fresh.pid) && total(held) === PER_HOST
        );
      };
      await until(takenOver, { timeoutMs: 40_000, what: 'two of them to use every connection' });
      expect(performance.now() - lost).toBeLessThan(30_000);
      line.rules = {};
      for (const login of new Set(LOGINS)) letter(login, 'taken over');
      await mails('taken over');

      expect(crowd.atHost).toBe(PER_HOST);
    },
    PATIENCE_MS,
  );

  it(
    'take what one gives back at once that is stopped',
    async () => {
      await until(async () => (await holders()).has(remaining.pid), { what: 'it to hold something' });
      crowd.atHost = 0;
      await remaining.stop();
      expect((await holders()).has(remaining.pid)).toBe(false);
      await until(async () => total(await holders()) === PER_HOST, { what: 'every connection to be used' });

      expect(crowd.atHost).toBeLessThanOrEqual(PER_HOST);
    },
    PATIENCE_MS,
  );

  function look(): void {
    const shared = sandbox.imapSessions.filter((address) => address === 'shared@sandbox.test');
    crowd.atHost = Math.max(crowd.atHost, connections());
    crowd.ofShared = Math.max(crowd.ofShared, shared.length);
  }

  function connections(): number {
    return connectionsAt(sandbox.imap.port, PER_HOST);
  }

  /** A change after which its session begins anew, without a test that would connect, too. */
  async function beginAnew(id: string): Promise<void> {
    await remaining.api('POST', `accounts/${id}/protocol-log`, { minutes: 15 });
  }

  async function limit(per: 'host' | 'login', most: number): Promise<void> {
    const rule = { host: '127.0.0.1', per, limit: most };
    await remaining.api('PATCH', 'settings', { 'connection-limits': [rule] });
  }

  function letter(login: string, subject: string): void {
    sandbox.sendLetter({
      from: 'customer@example.test',
      to: `${login}@sandbox.test`,
      subject,
      text: subject,
    });
  }

  async function putLive(index: number, login: string): Promise<void> {
    const address = `${login}${index}@helpdesk.example`;
    const place = {
      host: sandbox.imap.host,
      port: sandbox.imap.port,
      security: 'none',
      login: `${login}@sandbox.test`,
    };
    const rest = {
      auth: 'password',
      password: 'sandbox',
      disposition: 'leave',
      start: 'all',
      pollSeconds: 10,
    };
    const account = { name: address, address, ...place, ...rest };
    const { id } = await remaining.api<{ id: string }>('POST', 'accounts', account);
    await client.query(
      `update mailroom.mail_account set state = 'live', live_since = mailroom.now(), next_at = mailroom.now()
       where id = $1`,
      [id],
    );
    await remaining.api('POST', `accounts/${id}/fetch`);
  }

  /** Waits until every account has taken the mail with this subject, each once. */
  async function mails(subject: string): Promise<void> {
    const taken = async () => {
      const { rows } = await client.query<{ account_id: string }>(
        `select account_id from mailroom.delivery where subject = $1`,
        [subject],
      );
      return rows.length >= LOGINS.length && rows;
    };
    const rows = await until(taken, { timeoutMs: 120_000, what: `the mail "${subject}" in every account` });
    expect(new Set(rows.map(({ account_id }) => account_id)).size).toBe(rows.length);
  }

  /** How many accounts each process holds, by its number. */
  async function holders(): Promise<Map<number, number>> {
    const { rows } = await client.query<{ process: number; held: number }>(
      `select process, count(*)::int as held from mailroom.mail_account account
       join mailroom.instance on instance.id = holder group by process`,
    );
    return new Map(rows.map(({ process, held }) => [process, held]));
  }

  function total(held: ReadonlyMap<number, number>): number {
    return [...held.values()].reduce((sum, count) => sum + count, 0);
  }
});

import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import pg from 'pg';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { TestAuthority } from '../support/certificates.js';
import { commandLineOn } from '../support/command-line.js';
import { connectToken, registerSandboxClient } from '../support/connect.js';
import { ACTOR_HEADER } from '../support/host.js';
import { privateFolder, removeWithServers } from '../support/leftovers.mjs';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

interface Finding {
  readonly check: string;
  readonly verdict: 'ok' | 'warning' | 'fault';
  readonly says: string;
  readonly cure: string | null;
}

/** What is wrong is made wrong, and the doctor, a process of its own, has to find it and name the cure. */
describe('mailroom doctor', () => {
  let sandbox: Sandbox;
  let mailroom: RunningMailroom;

  beforeAll(async () => {
    [sandbox, mailroom] = await Promise.all([startSandbox(), startMailroom()]);
    await connectToken(mailroom, sandbox, 'support@sandbox.test');
  });
  afterAll(() => Promise.all([mailroom.stop(), sandbox.stop()]));

  async function examine(changed: Record<string, string> = {}) {
    const { code, stdout, stderr } = await commandLineOn(mailroom, changed)(['doctor', '--json']);
    if (stdout === '') throw new Error(`The doctor said nothing: ${code} ${stderr}`);
    const { findings } = JSON.parse(stdout) as { findings: Finding[] };
    return { code, of: (check: string) => findings.find((finding) => finding.check === check), findings };
  }

  async function account(port: number, change: object = {}): Promise<string> {
    const { status, body } = await mailroom.api('POST', 'accounts', {
      name: `At ${port}`,
      host: '127.0.0.1',
      port,
      security: 'none',
      login: 'support@sandbox.test',
      address: 'support@sandbox.test',
      auth: 'password',
      password: 'sandbox',
      disposition: 'leave',
      start: 'all',
      push: false,
      ...change,
    });
    expect({ status, body }).toMatchObject({ status: 201 });
    await mailroom.dataSource.query(`update mailroom.mail_account set state = 'live' where id = $1`, [
      body.id,
    ]);
    return body.id;
  }

  async function without(id: string): Promise<void> {
    await mailroom.dataSource.query('delete from mailroom.mail_account where id = $1', [id]);
  }

  it('ends with 1 where there is only something to be warned of, and names no cure for what is well', async () => {
    const { code, findings, of } = await examine();
    expect({ code, faults: findings.filter(({ verdict }) => verdict === 'fault') }).toEqual({
      code: 1,
      faults: [],
    });
    for (const { verdict, cure } of findings) expect(cure === null).toBe(verdict === 'ok');
    for (const check of [
      'schema',
      'TLS trust',
      'sealed secrets',
      'database rights',
      'public URL from here',
      'job queue',
    ])
      expect(of(check)).toMatchObject({ check, verdict: 'ok' });
  });

  it('ends with 0 where all is well', async () => {
    const authority = await TestAuthority.found('The house');
    const { certificate: cert, key } = await authority.signs('localhost');
    const folder = privateFolder('doctor');
    const trusted = join(folder, 'ca.pem');
    writeFileSync(trusted, authority.certificate);
    const door = createHttpsServer({ cert, key }, (request, response) => {
      void fetch(`${mailroom.url}${request.url}`).then(async ({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/problem+json' });
        response.end(await new Response(body).text());
      });
    });
    const port = portOf(await listening(door.listen(0, 'localhost')));
    const { code, findings } = await examine({
      PUBLIC_URL: `https://localhost:${port}`,
      NODE_EXTRA_CA_CERTS: trusted,
      ADMIN_PASSWORD: 'of the admin',
      AGENT_PASSWORD: 'of the agent',
    });
    await new Promise((resolve) => door.close(resolve));
    removeWithServers(folder);
    expect({ code, ails: findings.filter(({ verdict }) => verdict !== 'ok') }).toEqual({ code: 0, ails: [] });
  });

  it('finds keys that have the right id and the wrong bytes', async () => {
    const wrong = `development:${randomBytes(32).toString('base64')}`;
    const { code, of } = await examine({ MAILROOM_KEYS: wrong });
    expect(code).toBe(2);
    expect(of('sealed secrets')).toMatchObject({
      verdict: 'fault',
      says: expect.stringMatching(/3 of 3 do not open .*support@sandbox\.test/),
      cure: expect.stringContaining('right bytes'),
    });
  });

  it('finds keys that are not in the ring', async () => {
    const { of } = await examine({ MAILROOM_KEYS: `other:${randomBytes(32).toString('base64')}` });
    expect(of('sealed secrets')).toMatchObject({
      verdict: 'fault',
      says: expect.stringContaining('(development)'),
    });
  });

  it('finds a database that a newer version has been at', async () => {
    const ledger = 'mailroom.migration_ledger';
    await mailroom.dataSource.query(
      `insert into ${ledger} ("timestamp", name) values (1999999999999, 'Later1999999999999')`,
    );
    const { code, of } = await examine();
    await mailroom.dataSource.query(`delete from ${ledger} where name = 'Later1999999999999'`);
    expect(code).toBe(2);
    expect(of('schema')).toMatchObject({
      verdict: 'fault',
      says: expect.stringContaining('Later1999999999999'),
    });
  });

  it('finds mail hosts that do not answer, and those whose certificate nobody believes', async () => {
    const silent = await listening(createServer().listen(0, '127.0.0.1'));
    const closed = await account(portOf(silent));
    const port = portOf(silent);
    await new Promise((resolve) => silent.close(resolve));
    const authority = await TestAuthority.found('Nobody');
    const { certificate: cert, key } = await authority.signs('127.0.0.1');
    const strange = await listening(createTlsServer({ cert, key }).listen(0, '127.0.0.1'));
    const strangePort = portOf(strange);
    const distrusted = await account(portOf(strange), { security: 'tls' });
    const { code, of } = await examine();
    await Promise.all([without(closed), without(distrusted)]);
    await new Promise((resolve) => strange.close(resolve));
    expect(code).toBe(2);
    expect(of(`mail host 127.0.0.1:${port}`)).toMatchObject({
      verdict: 'fault',
      says: expect.stringMatching(/does not answer \(account At \d+\): no connection, ECONNREFUSED/),
      cure: expect.any(String),
    });
    expect(of(`mail host 127.0.0.1:${strangePort}`)).toMatchObject({
      verdict: 'fault',
      says: expect.stringContaining('is not believed'),
    });
  });

  it('finds mail hosts in networks that nobody allowed', async () => {
    const id = await account(sandbox.imap.port);
    const { of } = await examine({ TRUSTED_NETWORKS: '10.0.0.0/8' });
    const { of: allowed } = await examine();
    await without(id);
    const check = `mail host 127.0.0.1:${sandbox.imap.port}`;
    expect(of(check)).toMatchObject({
      verdict: 'fault',
      says: expect.stringContaining('address not allowed'),
      cure: expect.stringContaining('privateNetworks'),
    });
    expect(allowed(check)).toMatchObject({ verdict: 'ok' });
  });

  it('finds a provider whose clock is another', async () => {
    const early = createHttpServer((_, response) => {
      response.setHeader('date', new Date(Date.now() - 300_000).toUTCString()).end();
    });
    const host = `127.0.0.1:${portOf(await listening(early.listen(0, '127.0.0.1')))}`;
    const changes = { name: 'Early', tokenEndpoint: `http://${host}/token` };
    const clientId = await registerSandboxClient(mailroom, sandbox, 'strict', changes);
    const { code, of } = await examine();
    await mailroom.api('DELETE', `clients/${clientId}`);
    await new Promise((resolve) => early.close(resolve));
    expect(code).toBe(2);
    expect(of(`clock against ${host}`)).toMatchObject({
      verdict: 'fault',
      cure: expect.stringContaining('NTP'),
    });
  });

  it('finds somebody else at the public URL', async () => {
    const other = await listening(
      createHttpServer((_, response) => response.end('Hello')).listen(0, 'localhost'),
    );
    const { code, of } = await examine({ PUBLIC_URL: `http://localhost:${portOf(other)}` });
    await new Promise((resolve) => other.close(resolve));
    expect(code).toBe(2);
    expect(of('public URL from here')).toMatchObject({
      verdict: 'fault',
      says: expect.stringContaining('not Mailroom'),
    });
  });

  it('finds a helpdesk that lets strangers administer, and none where they are known and may not', async () => {
    const asked = async (actor: string) => {
      const door = createHttpServer((request, response) => {
        const headers = { [ACTOR_HEADER]: actor };
        void fetch(`${mailroom.url}${request.url}`, { headers }).then(async (answer) => {
          response.writeHead(answer.status, { 'content-type': 'application/json' });
          response.end(await answer.text());
        });
      });
      const port = portOf(await listening(door.listen(0, 'localhost')));
      const { code, of } = await examine({ PUBLIC_URL: `http://localhost:${port}` });
      await new Promise((resolve) => door.close(resolve));
      return { code, finding: of('public URL from here') };
    };
    expect(await asked('admin')).toMatchObject({
      code: 2,
      finding: {
        verdict: 'fault',
        says: expect.stringContaining('without a sign-in'),
        cure: expect.stringContaining('actorOf'),
      },
    });
    expect(await asked('nobody')).toMatchObject({ code: 1, finding: { verdict: 'ok' } });
  });

  it('finds certificates that nobody looks at', async () => {
    const { code, of } = await examine({ NODE_TLS_REJECT_UNAUTHORIZED: '0' });
    expect(code).toBe(2);
    expect(of('TLS trust')).toMatchObject({ verdict: 'fault' });
    const { of: gone } = await examine({ NODE_EXTRA_CA_CERTS: '/nowhere/ca.pem' });
    expect(gone('TLS trust')).toMatchObject({
      verdict: 'warning',
      says: expect.stringContaining('/nowhere/ca.pem'),
    });
  });

  it('finds a login that may not migrate, which is enough for everything else', async () => {
    const login = `reader_${randomBytes(4).toString('hex')}`;
    const admin = new pg.Client({ connectionString: mailroom.database.url });
    await admin.connect();
    await admin.query(`create role ${login} login`);
    for (const schema of ['mailroom', 'mailroom_jobs', 'public']) {
      await admin.query(`grant usage on schema ${schema} to ${login}`);
      await admin.query(`grant all on all tables in schema ${schema} to ${login}`);
      await admin.query(`grant all on all sequences in schema ${schema} to ${login}`);
    }
    const url = Object.assign(new URL(mailroom.database.url), { username: login });
    const { code, of } = await examine({ DATABASE_URL: url.href });
    await admin.query(`drop owned by ${login}`);
    await admin.query(`drop role ${login}`);
    await admin.end();
    expect(code).toBe(2);
    expect(of('database rights')).toMatchObject({
      verdict: 'fault',
      cure: expect.stringContaining('grant create'),
    });
  });

  it('finds jobs that nobody does, and that no instance works', async () => {
    await mailroom.dataSource.query(`update mailroom.instance set seen_at = seen_at - interval '1 hour'`);
    await mailroom.stop();
    const idle = await startMailroom({ work: false });
    await idle.dataSource.query(`select mailroom_jobs.create_queue('idle', '{"policy": "standard"}')`);
    await idle.dataSource.query(
      `insert into mailroom_jobs.job (name, start_after) values ('idle', now() - interval '1 hour')`,
    );
    const { stdout } = await commandLineOn(idle)(['doctor', '--json']);
    await idle.stop();
    mailroom = await startMailroom();
    const { findings } = JSON.parse(stdout) as { findings: Finding[] };
    const verdict = (check: string) => findings.find((finding) => finding.check === check)?.verdict;
    expect([verdict('instances'), verdict('job queue')]).toEqual(['warning', 'warning']);
  });
});

async function listening(server: Server): Promise<Server> {
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

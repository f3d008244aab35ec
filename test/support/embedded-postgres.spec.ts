import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '../../apps/helpdesk/src/embedded-postgres/embedded-postgres.js';
import { parsePasswd } from '../../apps/helpdesk/src/embedded-postgres/operating-account.js';

let home: string;
let dataDirectory: string;
const started: EmbeddedPostgres[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'mailroom-embedded-'));
  dataDirectory = join(home, 'postgres');
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
});

afterAll(() => rm(home, { recursive: true, force: true }));

async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDirectory, durable: true, ...options });
  started.push(server);
  return server;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

async function postmaster(): Promise<number> {
  return Number.parseInt(await readFile(join(dataDirectory, 'postmaster.pid'), 'utf8'), 10);
}

it('keeps its data, its password and its port from one start to the next', async () => {
  const first = await start({ database: 'helpdesk' });
  await ask(first.url(), 'CREATE TABLE kept AS SELECT 42 AS n');
  await first.stop();
  const second = await start({ database: 'helpdesk' });
  expect(second.url()).toBe(first.url());
  expect(await ask(second.url(), 'SELECT n FROM kept')).toBe(42);
  expect((await stat(join(dataDirectory, 'mailroom-password'))).mode & 0o777).toBe(0o600);
});

it('lets nobody in without the password and sorts text as every machine does', async () => {
  const server = await start();
  const stranger = Object.assign(new URL(server.url()), { password: 'guess' }).href;
  await expect(connect(stranger)).rejects.toMatchObject({ code: '28P01' });
  const locale = `SELECT concat(datlocprovider, ' ', datlocale) FROM pg_database WHERE datname = 'postgres'`;
  expect(await ask(server.url(), locale)).toBe('b C.UTF-8');
  expect(await ask(server.url(), 'SHOW fsync')).toBe('on');
});

it('asks for no password and spares the disk when nothing must last', async () => {
  const server = await start({ dataDirectory: join(home, 'careless'), durable: false, maxConnections: 33 });
  expect(new URL(server.url()).password).toBe('');
  expect(await ask(server.url(), 'SHOW fsync')).toBe('off');
  expect(await ask(server.url(), 'SHOW max_connections')).toBe('33');
});

it('joins a running server and leaves it to those who still use it', async () => {
  const first = await start();
  const second = await start();
  expect(second.url()).toBe(first.url());
  const user = await connect(first.url());
  await second.stop();
  expect(await user.query('SELECT 1')).toMatchObject({ rowCount: 1 });
  await user.end();
  await first.stop();
  await expect(connect(first.url())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

it('gives two starts at once the same server', async () => {
  const both = { dataDirectory: join(home, 'both', 'postgres'), database: 'helpdesk' };
  const [one, other] = await Promise.all([start(both), start(both)]);
  expect(one.url()).toBe(other.url());
  expect(await readdir(join(home, 'both'))).toEqual(['postgres']);
});

it('says which setting moves it off a taken port', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const { port } = squatter.address() as AddressInfo;
  await expect(start({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken: set POSTGRES_PORT`);
  squatter.close();
  await once(squatter, 'close');
  expect((await start({ port })).port).toBe(port);
});

it('recovers after the server was killed', async () => {
  const first = await start();
  await ask(first.url(), 'CREATE TABLE written AS SELECT 43 AS n');
  process.kill(await postmaster(), 'SIGKILL');
  const second = await start();
  expect(await ask(second.url(), 'SELECT n FROM written')).toBe(43);
});

it('is not stopped by a lock file whose number belongs to a stranger by now', async () => {
  await (await start()).stop();
  await writeFile(
    join(dataDirectory, 'postmaster.pid'),
    `${process.pid}\n${dataDirectory}\n1\n1\n\n\n\nready\n`,
  );
  expect(await ask((await start()).url(), 'SELECT 1')).toBe(1);
});

it('lives on when Ctrl-C ends the process that started it', async () => {
  const source = join(import.meta.dirname, 'typescript-source.mjs');
  const launcher = join(
    import.meta.dirname,
    '../../apps/helpdesk/src/embedded-postgres/embedded-postgres.ts',
  );
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(launcher)});
    await startEmbeddedPostgres({ dataDirectory: ${JSON.stringify(dataDirectory)}, durable: true });
    console.log('ready');
    setInterval(() => {}, 1000);`;
  const args = ['--import', source, '--input-type=module', '-e', script];
  const terminal = spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(terminal.stdout, 'data');
  const pid = await postmaster();
  process.kill(-terminal.pid!, 'SIGINT');
  await once(terminal, 'exit');
  await start();
  expect(await postmaster()).toBe(pid);
});

it('finds accounts in passwd', () => {
  const accounts = parsePasswd('root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65533::/:/bin/false\n\n');
  expect(accounts.get('nobody')).toEqual({ uid: 65534, gid: 65533 });
  expect(accounts.get('postgres')).toBeUndefined();
});

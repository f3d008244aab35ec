import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { startSandbox } from './index.js';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
const running: ChildProcess[] = [];

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

function start(settings: Record<string, string> = {}): ChildProcess {
  const source = [
    '--experimental-transform-types',
    '--disable-warning=ExperimentalWarning',
    '--import',
    './test/support/typescript-source.mjs',
  ];
  const ports = ['HTTP', 'IMAP', 'IMAPS', 'POP3', 'POP3S', 'SMTP', 'SMTPS'].map((name) => [
    `SANDBOX_${name}_PORT`,
    '0',
  ]);
  const child = spawn(process.execPath, [...source, 'apps/sandbox/src/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...Object.fromEntries(ports), ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.push(child);
  return child;
}

async function ready(child: ChildProcess): Promise<{ ready: boolean; http: string; imap: { port: number } }> {
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return JSON.parse(line.toString()) as { ready: boolean; http: string; imap: { port: number } };
}

it('says in one line where everything is, and leaves on SIGTERM', async () => {
  const child = start();
  const { ready: up, http, imap } = await ready(child);
  expect(up).toBe(true);
  expect((await fetch(`${http}/control/state`)).status).toBe(200);
  const guest = connect(imap.port, '127.0.0.1');
  guest.on('error', () => undefined);
  await once(guest, 'data');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('leaves when whoever started it is gone', async () => {
  const child = start();
  await ready(child);
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('names the setting when a port is taken', async () => {
  const other = await startSandbox();
  const child = start({ SANDBOX_IMAP_PORT: String(other.imap.port) });
  const [complaint, [code]] = await Promise.all([text(child.stderr!), once(child, 'exit')]);
  expect(complaint.trim()).toBe(
    `Port ${other.imap.port} is taken. Set SANDBOX_IMAP_PORT to a free port (0 picks one).`,
  );
  expect(code).toBe(1);
  await other.stop();
});

it('refuses a port that is no number', async () => {
  const child = start({ SANDBOX_HTTP_PORT: 'eighty' });
  expect((await text(child.stderr!)).trim()).toBe(
    'SANDBOX_HTTP_PORT cannot be eighty: it wants a port, 0 to 65535.',
  );
});

it('keeps mail, people, keys and consent over a restart when there is a state file', async () => {
  const stateFile = join(folder, 'kept/state.json');
  const first = await startSandbox({ stateFile });
  first.addPerson('kept@sandbox.test', { password: 'own' });
  first.deliver('kept@sandbox.test', Buffer.from([0x53, 0x3a, 0xff, 0x0d, 0x0a]));
  const { refreshToken } = await first.issueTokens('kept@sandbox.test', { profile: 'strict' });
  const keys = await (await fetch(first.issuer('strict').jwks)).text();
  const port = first.http.port;
  await first.stop();
  const second = await startSandbox({ stateFile, httpPort: port });
  expect(second.messages('kept@sandbox.test')[0]?.raw).toEqual(Buffer.from([0x53, 0x3a, 0xff, 0x0d, 0x0a]));
  expect(second.people.find(({ address }) => address === 'kept@sandbox.test')).toMatchObject({
    password: 'own',
  });
  expect(await (await fetch(second.issuer('strict').jwks)).text()).toBe(keys);
  const form = {
    client_id: 'mailroom-demo',
    client_secret: 'mailroom-demo-secret',
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  };
  const refreshed = await fetch(second.issuer('strict').token, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  expect(refreshed.status).toBe(200);
  await second.stop();
});

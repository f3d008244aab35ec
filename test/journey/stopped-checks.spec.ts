import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { ACTOR_HEADER } from '../support/host.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

/** A server that says so much and then nothing more, whatever it is asked. */
interface Hanging {
  readonly port: number;
  /** Connections that nobody has closed. */
  open(): number;
}

/** Far less than a test of a server has patience, and more than a busy machine needs. */
const SOON_MS = 4_000;
let mailroom: RunningMailroom;
const servers: Server[] = [];
const sockets = new Set<Socket>();

beforeAll(async () => {
  mailroom = await startMailroom();
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  for (const server of servers) server.close();
  await mailroom?.stop();
});

async function hanging(greeting: string): Promise<Hanging> {
  const mine = new Set<Socket>();
  const server = createServer((socket) => {
    for (const set of [mine, sockets]) set.add(socket);
    socket.on('error', () => undefined).on('close', () => mine.delete(socket));
    socket.resume().write(greeting);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, open: () => mine.size };
}

function ask(path: string, body: object, accept: string, signal: AbortSignal): Promise<Response> {
  return fetch(`${mailroom.url}/mailroom/api/${path}`, {
    method: 'POST',
    headers: {
      [ACTOR_HEADER]: 'admin',
      origin: mailroom.url,
      'content-type': 'application/json',
      accept,
    },
    body: JSON.stringify(body),
    signal,
  });
}

/** Asks, hangs up once the server hangs, and answers in how many ms its connection was gone. */
async function hangsUp(at: Hanging, path: string, body: object, accept: string): Promise<number> {
  const tab = new AbortController();
  const answer = ask(path, body, accept, tab.signal)
    .then((response) => response.text())
    .catch(() => undefined);
  await until(() => at.open() === 1, { what: 'the test to wait for the server' });
  tab.abort();
  const begun = performance.now();
  await until(() => at.open() === 0, { what: 'the connection to be closed', timeoutMs: 5_000 });
  await answer;
  return performance.now() - begun;
}

const mailbox = (port: number, values: object = {}) => ({
  name: 'Support',
  host: '127.0.0.1',
  port,
  security: 'none',
  login: 'support@example.test',
  auth: 'password',
  password: 'pass',
  disposition: 'leave',
  start: 'new',
  ...values,
});
const server = (port: number) => ({ host: '127.0.0.1', port, security: 'none', auth: 'none' });

const ACCEPTS = ['application/x-ndjson', 'application/json'];
const HANGS: [what: string, greeting: string, path: string, body: (port: number) => object][] = [
  ['IMAP, before the greeting', '', 'accounts/check', mailbox],
  ['IMAP, at the sign-in', '* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] here\r\n', 'accounts/check', mailbox],
  ['POP3, before the greeting', '', 'accounts/check', (port) => mailbox(port, { kind: 'pop3' })],
  ['POP3, at the sign-in', '+OK here\r\n', 'accounts/check', (port) => mailbox(port, { kind: 'pop3' })],
  ['SMTP, before the greeting', '', 'servers/check', server],
  ['SMTP, at EHLO', '220 here\r\n', 'servers/check', server],
  ['the folders of a mailbox', '', 'accounts/folders', mailbox],
];

describe.each(ACCEPTS)('who asked for %s', (accept) => {
  it.each(HANGS)('ends the walk on the server by hanging up: %s', async (_, greeting, path, body) => {
    const at = await hanging(greeting);
    expect(await hangsUp(at, path, body(at.port), accept)).toBeLessThan(SOON_MS);
  });
});

it('keeps no verdict of a test that was stopped', async () => {
  const at = await hanging('');
  const { body: account } = await mailroom.api('POST', 'accounts', mailbox(at.port));
  const { body: saved } = await mailroom.api('POST', 'servers', {
    ...server(at.port),
    name: 'Silent',
    state: 'draft',
  });
  await hangsUp(at, `accounts/${account.id}/check`, {}, ACCEPTS[0]!);
  await hangsUp(at, `servers/${saved.id}/check`, {}, ACCEPTS[0]!);
  expect((await mailroom.api('GET', `accounts/${account.id}`)).body.lastCheck).toBeNull();
});

it('hears out who stays', async () => {
  const at = await hanging('-ERR no room\r\n');
  const values = mailbox(at.port, { kind: 'pop3' });
  const response = await ask('accounts/check', values, ACCEPTS[0]!, AbortSignal.timeout(20_000));
  const lines = (await response.text()).trimEnd().split('\n');
  expect(JSON.parse(lines.at(-1)!).answer.steps.at(-1)).toMatchObject({ step: 'greeting', ok: false });
});

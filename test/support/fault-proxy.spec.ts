import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { startFaultProxy, type FaultProxy, type FaultRules } from './fault-proxy.js';
import { until } from './until.js';

/** Greets, answers `get N` with N bytes and anything else with itself. */
const talker = (socket: Socket) => {
  socket.on('error', () => undefined);
  socket.write('hello\r\n');
  socket.on('data', (data) => {
    for (const line of data.toString().split('\r\n').filter(Boolean)) {
      const bytes = /^get (\d+)/.exec(line)?.[1];
      socket.write(bytes ? Buffer.alloc(Number(bytes), 'x') : `${line}\r\n`);
    }
  });
};

let server: Server;
let proxy: FaultProxy;

beforeAll(async () => {
  server = createServer(talker).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => server.close());
afterEach(() => proxy.stop());

/** A connection through the proxy, with what it heard and how it ended. */
async function call(rules: FaultRules) {
  proxy = await startFaultProxy({ port: (server.address() as AddressInfo).port }, rules);
  const socket = connect(proxy.port, proxy.host);
  const call = { socket, heard: '', pieces: [] as number[], end: undefined as string | undefined };
  socket.on('data', (data) => {
    call.heard += data.toString();
    call.pieces.push(data.length);
  });
  socket.on('end', () => (call.end ??= 'end'));
  socket.on('error', (error: NodeJS.ErrnoException) => (call.end = error.code));
  return call;
}

it('passes everything on while there are no rules', async () => {
  const line = await call({});
  line.socket.write('get 1000000\r\n');
  await until(() => line.heard.length === 1_000_007, { what: 'a million bytes' });
  line.socket.end();
  await until(() => line.end === 'end' && proxy.connections === 0, { what: 'a good end' });
});

it.each<[FaultRules, string]>([
  [{ resetAfter: 100 }, 'ECONNRESET'],
  [{ endAfter: 100 }, 'end'],
])('breaks after exactly so many bytes: %j', async (rules, end) => {
  const line = await call(rules);
  line.socket.write('get 1000\r\n');
  await until(() => line.end, { what: 'the break' });
  expect(line.end).toBe(end);
  if (end === 'end') expect(line.heard).toHaveLength(100);
  else expect(line.heard.length).toBeLessThanOrEqual(100);
});

it('goes silent after so many bytes, and stays connected', async () => {
  const line = await call({ stallAfter: 100 });
  line.socket.write('get 1000\r\n');
  await until(() => line.heard.length === 100, { what: 'the first bytes' });
  line.socket.write('anybody there?\r\n');
  const other = connect(proxy.port, proxy.host).once('data', () => other.destroy());
  await once(other, 'close');
  expect(line).toMatchObject({ end: undefined, heard: expect.stringMatching(/^hello\r\nx{93}$/) });
  await until(() => proxy.connections === 1, { what: 'only the silent one to be left' });
});

it('re-cuts and slows down without losing a byte', async () => {
  const line = await call({ chunk: () => 3, bytesPerSecond: 1_000_000 });
  line.socket.write('get 100\r\n');
  await until(() => line.heard.length === 107, { what: 'all pieces' });
  expect(line.pieces.length).toBeGreaterThan(10);
});

it('answers lines in the name of the server', async () => {
  const line = await call({
    onLine: (said) =>
      said === 'AUTH'
        ? { reply: '-ERR no\r\n' }
        : said === 'QUIT'
          ? { reply: 'bye\r\n', then: 'end' }
          : undefined,
  });
  line.socket.write('one\r\nAU');
  line.socket.write('TH\r\nQUIT\r\n');
  await until(() => line.end, { what: 'the end' });
  expect(line.heard).toContain('-ERR no\r\nbye\r\n');
  expect(line.heard).not.toContain('AUTH');
});

it('changes and takes out lines of the server, as the rules stand at that moment', async () => {
  const line = await call({
    onServerLine: (said) => (said === 'hello' ? '' : said === 'one' ? 'ONE' : undefined),
  });
  line.socket.write('one\r\n');
  await until(() => line.heard === 'ONE\r\n', { what: 'the changed line' });
  proxy.rules = {};
  line.socket.write('one\r\n');
  await until(() => line.heard === 'ONE\r\none\r\n', { what: 'the line as it is' });
});

it('kills what is open, refuses what is new and counts both', async () => {
  const line = await call({});
  await until(() => line.heard, { what: 'the greeting' });
  proxy.rules = { refuse: true };
  proxy.killAll();
  await until(() => line.end === 'ECONNRESET', { what: 'the reset' });
  const refused = connect(proxy.port, proxy.host);
  await expect(once(refused, 'data')).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(proxy.accepted).toBe(2);
});

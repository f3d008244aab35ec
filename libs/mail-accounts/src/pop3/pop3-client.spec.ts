import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Secret } from '@mailroom/kernel';
import { connectPop3, within } from './connect-pop3.js';
import { type Pop3Client } from './pop3-client.js';
import { logIn } from './pop3-login.js';

const PASSWORD = { kind: 'password', password: Secret.of('open-sesame') } as const;

let server: Server;
/** What the server says to a command; what no real server would say is the point. */
let answers: (command: string) => string | Buffer | null;
let heard: string[];
let clients: Pop3Client[];

beforeEach(async () => {
  heard = [];
  clients = [];
  server = createServer((socket) => converse(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  for (const connection of clients) connection.close();
  const closed = once(server, 'close');
  server.close();
  await closed;
});

function converse(socket: Socket): void {
  let held = '';
  socket.on('error', () => undefined).write('+OK ready\r\n');
  socket.on('data', (chunk) => {
    held += chunk.toString();
    const lines = held.split('\r\n');
    held = lines.pop() ?? '';
    for (const line of lines) {
      heard.push(line);
      const answer = line === 'CAPA' ? '-ERR what?\r\n' : answers(line);
      if (answer === null) socket.destroy();
      else socket.write(answer);
    }
  });
}

async function client(
  signal = AbortSignal.timeout(20_000),
  security: 'none' | 'tls' | 'starttls' = 'none',
): Promise<Pop3Client> {
  const { port } = server.address() as AddressInfo;
  const destination = { address: '127.0.0.1', family: 4, servername: '127.0.0.1', closed: true } as const;
  const connection = await connectPop3(
    { destination, port, tlsTrust: { kind: 'verified' } },
    security,
    signal,
  );
  clients.push(connection);
  return connection;
}

async function drained(connection: Pop3Client, maxBytes: number): Promise<void> {
  for await (const { source } of connection.retrieve([{ number: 1, size: 10 }], maxBytes)) {
    expect(source).not.toBeNull();
  }
}

it.each([
  ['a line without end', 'x'.repeat(10_000), 'LineTooLarge'],
  ['something else than POP3', 'HTTP/1.1 400 Bad Request\r\n', 'InvalidResponse'],
  ['a question where none is due', '+ go on\r\n', 'InvalidResponse'],
  ['nothing any more', null, 'EConnectionClosed'],
])('hangs up on %s', async (_what, answer, code) => {
  answers = () => answer;
  const connection = await client();
  await expect(connection.say('NOOP')).rejects.toMatchObject({ code });
  expect(connection.usable).toBe(false);
});

it('hangs up on a mail that does not end, and on a list that does not', async () => {
  answers = (line) => (line.startsWith('RETR') ? `+OK\r\n${'x'.repeat(5_000)}\r\n` : '');
  await expect(drained(await client(), 4_000)).rejects.toMatchObject({ code: 'MailTooLarge' });
  answers = () => `+OK\r\n${'1 a\r\n'.repeat(1_000_001)}`;
  await expect((await client()).entries('UIDL')).rejects.toMatchObject({ code: 'ListTooLarge' });
});

it('ends at once when it is told to, also in the middle of a mail', async () => {
  const stop = new AbortController();
  const connection = await client();
  answers = () => {
    setImmediate(() => stop.abort());
    return '+OK\r\nthe first of many lines\r\n';
  };
  const drain = within(stop.signal, connection, () => drained(connection, 1_000_000));
  await expect(drain).rejects.toMatchObject({ code: 'ABORT_ERR' });
  await expect(client(stop.signal)).rejects.toMatchObject({ code: 'ABORT_ERR' });
});

it('believes nothing that was said in the clear after STLS, and needs STLS', async () => {
  answers = (line) => (line === 'STLS' ? '+OK begin\r\n+OK and you are welcome\r\n' : '+OK\r\n');
  await expect(client(undefined, 'starttls')).rejects.toMatchObject({ code: 'STARTTLS_INJECTION' });
  answers = () => '-ERR not here\r\n';
  await expect(client(undefined, 'starttls')).rejects.toMatchObject({ code: 'STARTTLS_MISSING' });
});

it('sends no command that a password smuggled in', async () => {
  answers = () => '+OK\r\n';
  const password = { kind: 'password', password: Secret.of('pass\r\nDELE 1') } as const;
  const refused = logIn(await client(), 'me', password, { oneLine: false });
  await expect(refused).rejects.toMatchObject({ command: 'PASS', authenticationFailed: false });
  expect(heard).toEqual(['CAPA', 'USER me']);
});

it('tells who was refused, and keeps the password to itself', async () => {
  answers = (line) => (line.startsWith('PASS') ? '-ERR [AUTH] No\r\n' : '+OK\r\n');
  const failure: unknown = await logIn(await client(), 'me', PASSWORD, { oneLine: false }).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ command: 'PASS', serverResponseCode: 'AUTH', authenticationFailed: true });
  expect(JSON.stringify(failure) + String((failure as Error).stack)).not.toContain('sesame');
});

it('asks for one mail after the other where the server does not know better', async () => {
  answers = (line) => (line.startsWith('RETR') ? '+OK\r\nA: b\r\n.\r\n' : '+OK\r\n');
  const connection = await client();
  const wanted = [1, 2, 3].map((number) => ({ number, size: 10 }));
  for await (const { number } of connection.retrieve(wanted, 100)) {
    expect(heard.filter((line) => line.startsWith('RETR'))).toHaveLength(number);
  }
});

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Database } from '@mailroom/kernel';
import { OutgoingMail } from '@mailroom/outgoing-servers';
import { simpleParser } from 'mailparser';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';
import { until } from '../support/until.js';

const SUPPORT = 'support@sandbox.test';
const MEGABYTE = 1_048_576;
const FILE = randomBytes(22 * MEGABYTE);
/** What both ends of a connection on one machine hold by themselves; the file in base64 is 30 MB. */
const IN_SOCKETS = 14 * MEGABYTE;
const PIECE = /substring\(content from/;

let mailroom: RunningMailroom;
let sandbox: Sandbox;
let sink: Awaited<ReturnType<typeof slowServer>>;

beforeAll(async () => {
  [mailroom, sandbox, sink] = await Promise.all([startMailroom(), startSandbox(), slowServer()]);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => Promise.all([mailroom?.stop(), sandbox?.stop(), sink?.close()]));

it('is read from the database while a slow server takes it, and holds no connection meanwhile', async () => {
  const deliveryId = await broughtIn(mailWithFile());
  await mailroom.api('POST', 'servers', {
    name: 'Slow',
    host: '127.0.0.1',
    port: sink.port,
    security: 'none',
    auth: 'none',
    fromFilter: SUPPORT,
    state: 'live',
  });
  const asked = jest.spyOn(Database.prototype, 'query');
  const pieces = () => asked.mock.calls.flatMap(([sql, values = []]) => (PIECE.test(sql) ? [values] : []));
  const encoded = () => (pieces().reduce((sum, values) => sum + Number(values[3]), 0) * 78 * 4) / (76 * 3);

  const { id } = await mailroom.app.get(OutgoingMail).send({
    from: SUPPORT,
    to: ['alice@customer.example'],
    subject: 'Forwarded',
    text: 'See the file.',
    attachments: [{ deliveryId, index: 0 }],
  });
  const socket = await sink.invited;
  await until(() => pieces().length > 0, { what: 'the first piece to be read' });
  await until(async () => (await inTransactions()) === 0, { what: 'no transaction to be open' });

  let [most, heard] = [0, 0];
  while (!sink.complete()) {
    if (asked.mock.calls.length > heard) most = Math.max(most, encoded() - sink.bytes());
    heard = asked.mock.calls.length;
    sink.take(socket);
    await nextTurn();
  }
  socket.write('250 taken\r\n');
  const sent = async () => (await mailroom.api('GET', `outbox/${id}`)).body.status === 'sent';
  await until(sent, { what: 'the mail to be sent' });

  expect(most).toBeLessThan(IN_SOCKETS);
  expect(Math.max(...pieces().map((values) => Number(values[3])))).toBeLessThanOrEqual(262_144);
  const { attachments } = await simpleParser(sink.mail());
  expect(attachments.map(({ filename, content }) => [filename, FILE.equals(content)])).toEqual([
    ['film.mp4', true],
  ]);
}, 120_000);

async function broughtIn(raw: string): Promise<string> {
  const account = await mailroom.api('POST', 'accounts', {
    name: 'Support',
    ...sandbox.imap,
    security: 'none',
    login: SUPPORT,
    address: SUPPORT,
    auth: 'password',
    password: 'sandbox',
    disposition: 'leave',
    start: 'all',
  });
  sandbox.deliver(SUPPORT, raw);
  await mailroom.api('POST', `accounts/${account.body.id}/state`, { state: 'live' });
  const stored = async () => (await mailroom.hostMail())[0]?.delivery_id;
  return until(stored, { what: 'the mail with the file to come in', timeoutMs: 60_000 });
}

/** Of this database, and not counting a heartbeat that happens to be on. */
async function inTransactions(): Promise<number> {
  const [{ count }] = (await mailroom.dataSource.query(
    `select count(*)::integer as count from pg_stat_activity
     where datname = current_database() and state like 'idle in transaction%'`,
  )) as [{ count: number }];
  return count;
}

function mailWithFile(): string {
  return [
    'From: Jane <jane@customer.example>',
    `To: ${SUPPORT}`,
    'Subject: A film',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=part',
    '',
    '--part',
    'Content-Type: text/plain',
    '',
    'See the film.',
    '--part',
    'Content-Type: video/mp4',
    'Content-Disposition: attachment; filename=film.mp4',
    'Content-Transfer-Encoding: base64',
    '',
    FILE.toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
    '--part--',
    '',
  ].join('\r\n');
}

/** A mail server that takes the bytes of a mail only when it is told to. */
async function slowServer() {
  const { promise: invited, resolve: begin } = Promise.withResolvers<Socket>();
  const taken: Buffer[] = [];
  let bytes = 0;
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined).write('220 hello\r\n');
    const converse = (chunk: Buffer) => {
      for (const line of chunk.toString().trimEnd().split('\r\n')) {
        if (line !== 'DATA') {
          socket.write('250 fine\r\n');
          continue;
        }
        socket.off('data', converse).pause();
        socket.write('354 go on\r\n');
        begin(socket);
      }
    };
    socket.on('data', converse);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    invited,
    bytes: () => bytes,
    mail: () => Buffer.concat(taken),
    complete: () => Buffer.concat(taken.slice(-2)).subarray(-5).toString() === '\r\n.\r\n',
    take: (socket: Socket) => {
      const chunk = socket.read() as Buffer | null;
      if (!chunk) return;
      taken.push(chunk);
      bytes += chunk.length;
    },
    close: () => new Promise((resolve) => (server.close(resolve), sockets.forEach((each) => each.destroy()))),
  };
}

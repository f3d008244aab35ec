import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { BlackHole } from '../support/black-hole.js';
import { registerSandboxClient } from '../support/connect.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

interface Step {
  readonly step: string;
  readonly ok: boolean;
  readonly ms: number;
  readonly problem: { readonly code: string } | null;
}

/** Where a test asks: a protocol and how it is covered. */
const MAIL = ['imap none', 'imap starttls', 'imap tls', 'pop3 none', 'pop3 starttls', 'pop3 tls'] as const;
const SENDING = ['smtp none', 'smtp starttls', 'smtp tls'] as const;
type Way = (typeof MAIL)[number] | (typeof SENDING)[number] | 'token endpoint';

/** No step may take longer, in ms; a busy machine measures late. */
const STEP_MS = 20_000 + 5_000;
const WHOLE_MS = 180_000;

describe('a test of a server that', () => {
  let mailroom: RunningMailroom;
  let sandbox: Sandbox;
  let hole: BlackHole;
  let waits: Awaited<ReturnType<typeof waiting>>;
  let clients = 0;
  const servers: Server[] = [];

  beforeAll(async () => {
    [mailroom, sandbox] = await Promise.all([startMailroom({ logger: false, work: false }), startSandbox()]);
    hole = await BlackHole.open();
    waits = await waiting();
  }, WHOLE_MS);
  afterAll(async () => {
    hole?.close();
    for (const server of servers) server.close();
    await Promise.all([mailroom?.stop(), sandbox?.stop()]);
  });

  /** Everything that a test waits for to the end, at once: each takes as long as a test has patience. */
  async function waiting() {
    const everywhere = [...MAIL, ...SENDING, 'token endpoint'] as const;
    const mute = await listening(() => undefined);
    const brief = await Promise.all(
      (['imap none', 'pop3 none', 'smtp none'] as const).map(async (way) => {
        const greeting = { 'imap none': '* OK', 'pop3 none': '+OK', 'smtp none': '220' }[way];
        return [way, await listening((socket) => void socket.write(`${greeting} ready\r\n`))] as const;
      }),
    );
    const results = await Promise.all([
      verdicts(everywhere.map((way) => [way, hole.port])),
      verdicts(everywhere.map((way) => [way, mute])),
      verdicts(brief),
    ]);
    return { unanswered: results[0], mute: results[1], brief: results[2] };
  }

  async function listening(serve: (socket: Socket) => void): Promise<number> {
    const server = createServer((socket) => {
      // Read off, so that it ends with the other side.
      socket.on('error', () => undefined).resume();
      serve(socket);
    });
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return (server.address() as AddressInfo).port;
  }

  /** Where the test of this way ended, with what, having looked how long each step took. */
  async function verdict(way: Way, port: number): Promise<readonly [string, string | undefined]> {
    const steps = await (way === 'token endpoint' ? endpointAt(port) : mailServerAt(way, port));
    for (const { ms } of steps) expect(ms).toBeLessThan(STEP_MS);
    const last = steps.at(-1);
    const failed = steps.find(({ ok }) => !ok);
    expect(failed).toBe(last);
    return [failed?.step ?? '', failed?.problem?.code];
  }

  async function mailServerAt(way: string, port: number): Promise<Step[]> {
    const [kind, security] = way.split(' ');
    const asked = { host: '127.0.0.1', port, security, login: 'a@b.test', auth: 'password', password: 'x' };
    const account = { ...asked, kind, name: way, disposition: 'leave', start: 'new' };
    const [path, values] = kind === 'smtp' ? ['servers', asked] : ['accounts', account];
    const { status, body } = await mailroom.api('POST', `${path}/check`, values);
    expect([status, body.code]).toEqual([200, undefined]);
    return body.steps;
  }

  async function endpointAt(port: number): Promise<Step[]> {
    const name = `Client ${(clients += 1)}`;
    const id = await registerSandboxClient(mailroom, sandbox, 'strict', { name });
    const endpoint = `http://127.0.0.1:${port}/token`;
    // A secret belongs to its endpoint.
    await mailroom.dataSource.query('delete from mailroom.oauth_client_secret where client_id = $1', [id]);
    await mailroom.dataSource.query('update mailroom.oauth_client set token_endpoint = $2 where id = $1', [
      id,
      endpoint,
    ]);
    return (await mailroom.api('POST', `clients/${id}/diagnosis`, {})).body.steps;
  }

  async function verdicts(asked: readonly (readonly [Way, number])[]): Promise<Record<string, unknown>> {
    const all = await Promise.all(asked.map(async ([way, port]) => [way, await verdict(way, port)] as const));
    return Object.fromEntries(all);
  }

  it('does not even answer the connection: it cannot be reached, on whatever port', () => {
    const expected = [
      ...MAIL.map((way) => [way, ['connect', 'mailbox-unreachable']]),
      ...SENDING.map((way) => [way, ['connect', 'server-unreachable']]),
      ['token endpoint', ['endpoint', 'host-unreachable']],
    ];
    expect(waits.unanswered).toEqual(Object.fromEntries(expected));
  });

  it('takes the connection and says nothing: it does not greet, or takes too long', () => {
    expect(waits.mute).toEqual({
      'imap none': ['greeting', 'mailbox-greeting-missing'],
      'imap starttls': ['greeting', 'mailbox-greeting-missing'],
      'imap tls': ['encrypt', 'mailbox-too-slow'],
      'pop3 none': ['greeting', 'mailbox-greeting-missing'],
      'pop3 starttls': ['greeting', 'mailbox-greeting-missing'],
      'pop3 tls': ['encrypt', 'mailbox-too-slow'],
      'smtp none': ['connect', 'server-too-slow'],
      'smtp starttls': ['connect', 'server-too-slow'],
      'smtp tls': ['connect', 'server-too-slow'],
      'token endpoint': ['endpoint', 'deadline-exceeded'],
    });
  });

  it('greets and says nothing more: it takes too long', () => {
    expect(waits.brief).toEqual({
      'imap none': ['greeting', 'mailbox-too-slow'],
      'pop3 none': ['greeting', 'mailbox-too-slow'],
      'smtp none': ['connect', 'server-too-slow'],
    });
  });

  it.each([
    ['a sentence', 'Welcome to the machine\r\n', 'mailbox-answer-unreadable'],
    ['bytes', '\u0000\u0001\u00fe\u00ff\u0003\r\n', 'mailbox-answer-unreadable'],
    ['a line without end', 'x'.repeat(200_000), 'mailbox-answer-too-large'],
  ])('greets with %s: that makes no sense', async (_, garbage, byPop3) => {
    const port = await listening((socket) => void socket.write(garbage, 'latin1'));
    const ways = ['imap none', 'pop3 none', 'smtp none', 'token endpoint'] as const;
    expect(await verdicts(ways.map((way) => [way, port]))).toEqual({
      'imap none': ['greeting', 'mailbox-answer-unreadable'],
      'pop3 none': ['greeting', byPop3],
      'smtp none': ['connect', 'server-answer-strange'],
      'token endpoint': ['endpoint', 'host-unreachable'],
    });
  });
});

import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { startSandbox, type Sandbox } from '../index.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults.clear());

/** Somebody who types commands. */
class Typist {
  private constructor(
    private readonly socket: Socket,
    private readonly lines: AsyncIterator<string>,
  ) {}

  static async connected(): Promise<Typist> {
    const socket = connect(sandbox.pop3).on('error', () => undefined);
    const typist = new Typist(socket, createInterface({ input: socket })[Symbol.asyncIterator]());
    await typist.line();
    return typist;
  }

  static async signedIn(address: string): Promise<Typist> {
    const typist = await Typist.connected();
    await typist.says(`USER ${address}`);
    await typist.says('PASS sandbox');
    return typist;
  }

  async says(command: string): Promise<string | null> {
    this.socket.write(`${command}\r\n`);
    return this.line();
  }

  async reads(command: string): Promise<string[]> {
    const lines = [await this.says(command)];
    while (lines.at(-1) !== '.') lines.push(await this.line());
    return lines.map(String);
  }

  /** Null when the connection has ended. */
  async line(): Promise<string | null> {
    const next = await this.lines.next().catch(() => null);
    return next === null || next.done ? null : next.value;
  }
}

let people = 0;
function somebody(...raws: string[]): string {
  const { address } = sandbox.addPerson(`typist-${++people}@sandbox.test`);
  for (const raw of raws) sandbox.deliver(address, raw);
  return address;
}

it('answers every command as RFC 1939 has it', async () => {
  const typist = await Typist.signedIn(somebody('Subject: a\n\n.one\ntwo', 'Subject: b\r\n\r\nthree\r\n'));
  expect(await typist.says('STAT')).toBe('+OK 2 46');
  expect(await typist.says('LIST 2')).toBe('+OK 2 21');
  expect(await typist.reads('RETR 1')).toEqual(['+OK 25 octets', 'Subject: a', '', '..one', 'two', '.']);
  expect(await typist.reads('TOP 1 1')).toEqual(['+OK', 'Subject: a', '', '..one', '.']);
  expect(await typist.reads('TOP 2 0')).toEqual(['+OK', 'Subject: b', '', '.']);
  expect(await typist.says('DELE 1')).toBe('+OK Marked to be deleted.');
  expect(await typist.says('RETR 1')).toBe("-ERR There's no such message.");
  expect(await typist.reads('LIST')).toEqual(['+OK', '2 21', '.']);
  expect(await typist.says('RSET')).toBe('+OK');
  expect(await typist.says('STAT')).toBe('+OK 2 46');
  expect(await typist.says('XYZZY')).toBe('-ERR Unknown command.');
});

it('lets nobody in without a login, and nobody log in twice', async () => {
  const typist = await Typist.connected();
  expect(await typist.says('STAT')).toBe('-ERR Please log in first.');
  expect(await typist.says('STLS')).toBe('-ERR TLS is not offered.');
  await typist.says('USER bob@sandbox.test');
  expect(await typist.says('PASS wrong')).toBe('-ERR [AUTH] Authentication failed.');
  await typist.says('USER bob@sandbox.test');
  expect(await typist.says('PASS sandbox')).toBe('+OK Logged in.');
  expect(await typist.says('USER bob@sandbox.test')).toBe('-ERR You are logged in already.');
  expect(sandbox.pop3Sessions).toContain('bob@sandbox.test');
});

it('answers otherwise where it was told to, so many times', async () => {
  const address = somebody('Subject: a\r\n\r\n');
  sandbox.faults.breakPop3({ command: 'PASS', answer: '-ERR [IN-USE] Locked.' }, 1);
  sandbox.faults.refuseLogins({ response: 'NO [UNAVAILABLE] Try later.', times: 1 });
  const typist = await Typist.connected();
  await typist.says(`USER ${address}`);
  expect(await typist.says('PASS sandbox')).toBe('-ERR [IN-USE] Locked.');
  expect(await typist.says('PASS sandbox')).toBe('-ERR [SYS/TEMP] Try later.');
  expect(await typist.says('PASS sandbox')).toBe('+OK Logged in.');
});

it('goes wrong at each command in its own way, and at one mail only', async () => {
  const address = somebody('Subject: a\r\n\r\n', 'Subject: b\r\n\r\n');
  sandbox.faults.breakPop3({ command: 'CAPA', answer: '+OK\r\nLOGIN-DELAY 300\r\n.' }, 1);
  sandbox.faults.breakPop3({ command: 'retr 2', answer: '-ERR Not this one.' });
  const typist = await Typist.signedIn(address);
  expect(await typist.reads('CAPA')).toEqual(['+OK', 'LOGIN-DELAY 300', '.']);
  expect(await typist.reads('RETR 1')).toEqual(['+OK 14 octets', 'Subject: a', '', '.']);
  expect(await typist.says('RETR 2')).toBe('-ERR Not this one.');
  expect(sandbox.faults.state).toMatchObject({ 'POP3 RETR 2': { left: null } });
  sandbox.faults.clear();
  expect(await typist.reads('RETR 2')).toContain('Subject: b');
});

it.each([
  ['before', 1],
  ['after', 0],
] as const)('cuts the connection %s it has deleted', async (moment, left) => {
  const address = somebody('Subject: a\r\n\r\n');
  sandbox.faults.breakPop3({ command: 'QUIT', cut: moment }, 1);
  const typist = await Typist.signedIn(address);
  await typist.says('DELE 1');
  expect(await typist.says('QUIT')).toBeNull();
  expect(sandbox.messages(address)).toHaveLength(left);
});

it('cuts the connection in the middle of a message', async () => {
  const address = somebody(`Subject: a\r\n\r\n${'x'.repeat(2_000)}\r\n`);
  sandbox.faults.dropFetch({ bytes: 1_000 });
  const typist = await Typist.signedIn(address);
  expect(await typist.says('RETR 1')).toBe('+OK 2016 octets');
  expect(await typist.line()).toBe('Subject: a');
  expect(await typist.line()).toBe('');
  expect(await typist.line()).toBeNull();
});

it('calls messages by any name, twice the same too', async () => {
  const address = somebody('Subject: a\r\n\r\n', 'Subject: b\r\n\r\n', 'Subject: c\r\n\r\n');
  for (const uid of [1, 2]) sandbox.giveUidl(address, uid, 'the-same');
  const [, first, second, third] = await (await Typist.signedIn(address)).reads('UIDL');
  expect([first, second, third]).toEqual(['1 the-same', '2 the-same', expect.stringMatching(/^3 \d+\.3$/)]);
});

import { connect, type Socket } from 'node:net';
import { startSandbox, type Sandbox } from '../index.js';

let sandbox: Sandbox;
let socket: Socket;
let heard = '';
let waiting: (() => void)[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

beforeEach(async () => {
  heard = '';
  socket = connect(sandbox.imap.port, sandbox.imap.host);
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString('latin1');
    waiting.splice(0).forEach((wake) => wake());
  });
  await hears(/^\* OK /);
});
afterEach(() => void socket.destroy());

async function hears(pattern: RegExp): Promise<string> {
  for (;;) {
    if (pattern.test(heard)) {
      const all = heard;
      heard = '';
      return all;
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
}

function says(line: string, tag = 'a'): Promise<string> {
  socket.write(`${tag} ${line}\r\n`);
  return hears(new RegExp(`^${tag} (OK|NO|BAD)`, 'm'));
}

const bearer = (token: string) =>
  Buffer.from(`user=alice@sandbox.test\x01auth=Bearer ${token}\x01\x01`).toString('base64');

it('takes XOAUTH2 in one line and in two', async () => {
  const { accessToken } = await sandbox.issueTokens('alice@sandbox.test');
  socket.write('a AUTHENTICATE XOAUTH2\r\n');
  expect(await hears(/^\+/)).toBe('+ \r\n');
  socket.write(`${bearer(accessToken)}\r\n`);
  expect(await hears(/^a /m)).toMatch(/^a OK/);
});

it('sends the XOAUTH2 challenge and waits for the empty line before it refuses', async () => {
  socket.write(`a AUTHENTICATE XOAUTH2 ${bearer('wrong')}\r\n`);
  const [, challenge = ''] = /^\+ (\S+)\r\n$/.exec(await hears(/\r\n/)) ?? [];
  expect(JSON.parse(Buffer.from(challenge, 'base64').toString())).toEqual({
    status: '401',
    schemes: 'bearer',
    scope: 'mail',
    'openid-configuration': sandbox.issuer('strict').discovery,
  });
  socket.write('\r\n');
  expect(await hears(/^a /m)).toBe('a NO [AUTHENTICATIONFAILED] Authentication failed.\r\n');
});

it('asks for literals one by one, and takes them unasked with LITERAL+', async () => {
  socket.write('a LOGIN {18}\r\n');
  expect(await hears(/^\+/)).toMatch(/^\+ /);
  socket.write('alice@sandbox.test {7+}\r\nsandbox\r\n');
  expect(await hears(/^a /m)).toMatch(/^a OK/);
});

it('understands commands that arrive byte by byte', async () => {
  for (const byte of 'a LOGIN "alice@sandbox.test" sandbox\r\n') {
    await new Promise((resolve) => socket.write(byte, resolve));
  }
  expect(await hears(/^a /m)).toMatch(/^a OK/);
});

it.each([
  ['FROB', 'BAD Unknown command'],
  ['SELECT INBOX', 'BAD Please authenticate first'],
  ['LOGIN alice@sandbox.test', 'BAD Missing argument'],
  ['LOGIN (', 'BAD Unbalanced parentheses'],
  ['AUTHENTICATE GSSAPI', 'NO [CANNOT] Unsupported authentication mechanism'],
  ['STARTTLS', 'BAD STARTTLS is not offered'],
])('answers %s with %s and goes on', async (line, answer) => {
  expect(await says(line)).toBe(`a ${answer}\r\n`);
  expect(await says('NOOP', 'b')).toBe('b OK NOOP completed\r\n');
});

it('keeps sequence numbers still during FETCH and tells of removals afterwards', async () => {
  const { address } = sandbox.addPerson('still@sandbox.test');
  for (const subject of ['one', 'two'])
    sandbox.sendLetter({ from: 'x@y.example', to: address, subject, text: '' });
  await says(`LOGIN ${address} sandbox`);
  await says('SELECT INBOX');
  const other = connect(sandbox.imap.port, sandbox.imap.host);
  const gone = new Promise((resolve) => other.once('close', resolve));
  other.end(
    `x LOGIN ${address} sandbox\r\nx SELECT INBOX\r\nx STORE 1 +FLAGS (\\Deleted)\r\nx EXPUNGE\r\nx LOGOUT\r\n`,
  );
  other.resume();
  await gone;
  const fetched = await says('FETCH 2 (UID)', 'b');
  expect(fetched).toContain('* 2 FETCH (UID 2)');
  expect(fetched).not.toContain('EXPUNGE');
  expect(await says('NOOP', 'c')).toMatch(/^\* 1 EXPUNGE\r\n/m);
});

import { createTransport } from 'nodemailer';
import { startSandbox, type Profile, type Sandbox } from '../index.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
afterEach(() => sandbox.faults.clear());

type Auth = { pass: string } | { type: 'OAuth2'; accessToken: string };

function send(user: string, auth: Auth, to: string | string[], from = user) {
  const transport = createTransport({ ...sandbox.smtp, secure: false, auth: { user, ...auth } as never });
  return transport.sendMail({ from, to, subject: 'Hello', text: 'Grüße\n.a dot' });
}

async function withToken(user: string, profile: Profile): Promise<Auth> {
  return { type: 'OAuth2', accessToken: (await sandbox.issueTokens(user, { profile })).accessToken };
}

it('delivers between mailboxes, and keeps what is for elsewhere', async () => {
  await send('alice@sandbox.test', { pass: 'sandbox' }, ['bob@sandbox.test', 'jane@customer.example']);
  const [message] = sandbox.messages('bob@sandbox.test');
  expect(message?.raw.toString()).toMatch(
    /^Return-Path: <alice@sandbox.test>\r\nReceived: [\s\S]*Subject: Hello\r\n/,
  );
  expect(sandbox.sent()).toMatchObject([{ by: 'alice@sandbox.test', to: ['jane@customer.example'] }]);
});

it('speaks TLS from the first byte on a port of its own', async () => {
  const tls = { ca: sandbox.certificate, servername: 'localhost' };
  const auth = { user: 'alice@sandbox.test', pass: 'sandbox' };
  expect(await createTransport({ ...sandbox.smtps, secure: true, tls, auth }).verify()).toBe(true);
});

it.each<[Profile, number]>([
  ['microsoft', 1],
  ['google', 1],
  ['strict', 0],
])('takes a token in the manner of %s, and files %d copy in Sent', async (profile, copies) => {
  const { address } = sandbox.addPerson(`${profile}@sandbox.test`);
  await send(address, await withToken(address, profile), 'sales@sandbox.test');
  expect(sandbox.messages(address, 'Sent')).toHaveLength(copies);
});

it('knows nobody it does not know', async () => {
  const refused = send('alice@sandbox.test', { pass: 'sandbox' }, 'nobody@sandbox.test');
  await expect(refused).rejects.toMatchObject({
    responseCode: 550,
    response: expect.stringContaining('5.1.1'),
  });
});

it('refuses a wrong password', async () => {
  await expect(send('alice@sandbox.test', { pass: 'guess' }, 'bob@sandbox.test')).rejects.toMatchObject({
    code: 'EAUTH',
    responseCode: 535,
  });
});

/** What the server says to a dead token, line by line. */
async function refusalOfToken(profile: Profile): Promise<string[]> {
  const auth = await withToken('alice@sandbox.test', profile);
  sandbox.expireAccessTokens('alice@sandbox.test');
  const lines: string[] = [];
  const logger = {
    ...silent,
    debug: (entry: { tnx?: string }, line: string) => entry.tnx === 'server' && lines.push(line),
  };
  const options = {
    ...sandbox.smtp,
    secure: false,
    auth: { user: 'alice@sandbox.test', ...auth },
    logger,
    debug: true,
  };
  await expect(createTransport(options as never).verify()).rejects.toMatchObject({
    code: 'EAUTH',
    responseCode: 535,
  });
  return lines.filter((line) => /^(334|535)/.test(line));
}

const nothing = () => undefined;
const silent = {
  level: nothing,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
};

it('refuses a dead token at once in the manner of Microsoft', async () => {
  expect(await refusalOfToken('microsoft')).toEqual([
    expect.stringMatching(/^535 5\.7\.3 Authentication unsuccessful/),
  ]);
});

it('sends a challenge first in the manner of Google', async () => {
  const [challenge = '', refusal] = await refusalOfToken('google');
  expect(JSON.parse(Buffer.from(challenge.slice(4), 'base64').toString())).toEqual({
    status: '400',
    schemes: 'Bearer',
    scope: 'https://mail.google.com/',
  });
  expect(refusal).toMatch(/^535/);
});

it('lets nobody send in another name in the manner of Microsoft, unless allowed', async () => {
  const auth = await withToken('alice@sandbox.test', 'microsoft');
  const sending = () => send('alice@sandbox.test', auth, 'bob@sandbox.test', 'support@sandbox.test');
  await expect(sending()).rejects.toMatchObject({
    responseCode: 550,
    response: expect.stringContaining('5.7.60'),
  });
  sandbox.allowSendAs('alice@sandbox.test', 'support@sandbox.test');
  await expect(sending()).resolves.toMatchObject({ accepted: ['bob@sandbox.test'] });
});

it.each(['auth', 'mail', 'rcpt', 'data'] as const)(
  'answers at %s what it was told to, and only so often',
  async (at) => {
    sandbox.faults.refuseSmtp({ code: 451, text: '4.7.0 Try again later', at }, 1);
    const sending = () => send('alice@sandbox.test', { pass: 'sandbox' }, 'bob@sandbox.test');
    await expect(sending()).rejects.toMatchObject({
      responseCode: 451,
      response: expect.stringContaining('4.7.0 Try again later'),
    });
    await expect(sending()).resolves.toMatchObject({ accepted: ['bob@sandbox.test'] });
  },
);

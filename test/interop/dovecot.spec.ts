import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { ImapFlow } from 'imapflow';
import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { until } from '../support/until.js';

/** imapflow with our patience for a refused login; errors reach the caller through its promises. */
function sessionOf(
  dovecot: Dovecot,
  auth: { user: string; pass?: string; accessToken?: string },
  secure = false,
): ImapFlow {
  const { host, port, tlsPort } = dovecot.imap;
  const tls = { ca: dovecot.certificate, servername: 'localhost' };
  const imap = new ImapFlow({
    host,
    port: secure ? tlsPort : port,
    secure,
    tls,
    auth,
    doSTARTTLS: false,
    logger: false,
  });
  imap.on('error', () => undefined);
  return imap;
}

const letter = (subject: string) =>
  Buffer.from(
    `From: a@example.test\r\nTo: b@example.test\r\nSubject: ${subject}\r\n\r\nHello ${subject}.\r\n`,
  );

describeWithDovecot('Dovecot as the tests start it', () => {
  let dovecot: Dovecot;

  beforeAll(async () => {
    dovecot = await startDovecot({ maxUserIpConnections: 3 });
  });

  afterAll(() => dovecot.stop());

  function client(user: string, { secure = false, pass = 'pass' } = {}): ImapFlow {
    return sessionOf(dovecot, { user, pass }, secure);
  }

  it('lets a password in, plain and over TLS with its own certificate, and nothing else', async () => {
    for (const secure of [false, true]) {
      const imap = client('anna@example.test', { secure });
      await imap.connect();
      expect(imap.secureConnection).toBe(secure);
      await imap.logout();
    }
    await expect(client('anna@example.test', { pass: 'guess' }).connect()).rejects.toMatchObject({
      serverResponseCode: 'AUTHENTICATIONFAILED',
    });
  });

  it('delivers by LMTP and tells an idling session', async () => {
    const imap = client('Bert@example.test');
    await imap.connect();
    await imap.mailboxOpen('INBOX');
    const heard: number[] = [];
    imap.on('exists', ({ count }) => heard.push(count));
    const idling = imap.idle();
    await dovecot.deliver('bert@example.test', letter('one'));
    await until(() => heard.includes(1), { what: 'the session to hear of the mail' });
    expect(dovecot.messages('bert@example.test')).toEqual([{ path: expect.any(String), flags: [] }]);
    await imap.logout();
    await idling;
  });

  it('serves hundreds of seeded messages in order and byte for byte', async () => {
    const raws = Array.from({ length: 500 }, (_, n) => letter(`number ${n + 1}`));
    dovecot.seed('carla@example.test', raws);
    dovecot.seed('carla@example.test', [letter('filed')], { folder: 'Archive' });
    const imap = client('carla@example.test');
    await imap.connect();
    await imap.mailboxOpen('INBOX');
    const fetched = await imap.fetchAll('1:*', { uid: true, source: true });
    expect(fetched.map(({ uid }) => uid)).toEqual(raws.map((_, n) => n + 1));
    expect(fetched.every(({ source }, n) => source?.equals(raws[n]!))).toBe(true);
    expect(await imap.messageFlagsAdd('2', ['\\Seen', '\\Flagged'])).toBe(true);
    expect(await imap.messageMove('3', 'Archive')).toBeTruthy();
    await imap.logout();
    const inbox = dovecot.messages('carla@example.test');
    expect(inbox).toHaveLength(499);
    expect(inbox[1]!.flags.toSorted()).toEqual(['\\Flagged', '\\Seen']);
    expect(dovecot.messages('carla@example.test', 'Archive')).toHaveLength(2);
    expect(readFileSync(inbox[0]!.path)).toEqual(raws[0]);
  });

  it('refuses one connection too many, and doveadm throws people out', async () => {
    const sessions = [1, 2, 3].map(() => client('dora@example.test'));
    await Promise.all(sessions.map((imap) => imap.connect()));
    // Dovecot 2.4 says LIMIT, Debian's 2.3 UNAVAILABLE; the words are the same.
    await expect(client('dora@example.test').connect()).rejects.toMatchObject({
      serverResponseCode: expect.stringMatching(/^(LIMIT|UNAVAILABLE)$/),
      responseText: expect.stringMatching(/^Maximum number of connections/),
    });
    const gone = Promise.all(
      sessions.map((imap) => new Promise<void>((resolve) => imap.once('close', resolve))),
    );
    await dovecot.doveadm('kick', 'dora@example.test');
    await gone;
  });

  it('says in its log why somebody was refused', async () => {
    await expect(client('emil@example.test', { pass: 'guess' }).connect()).rejects.toThrow();
    await until(() => /emil@example\.test.*Password mismatch/i.test(dovecot.log()), {
      what: 'the reason in the log',
    });
  });
});

describeWithDovecot('Dovecot with tokens', () => {
  const user = 'support@sandbox.test';
  let vouching: Server;
  let introspectionUrl: string;
  let dovecot: Dovecot | undefined;

  beforeAll(async () => {
    vouching = createServer((request, response) => {
      void text(request).then((body) => {
        const known = request.headers.authorization?.startsWith('Basic ') && body.includes('token=good');
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(known ? { active: true, email: user } : { active: false }));
      });
    });
    await new Promise<void>((resolve) => vouching.listen(0, '127.0.0.1', resolve));
    introspectionUrl = `http://dovecot:dovecot-secret@127.0.0.1:${(vouching.address() as AddressInfo).port}/introspection`;
  });

  afterEach(() => dovecot?.stop());
  afterAll(() => new Promise((resolve) => vouching.close(resolve)));

  it.each([['xoauth2'], ['oauthbearer']] as const)(
    'asks the OAuth2 server who a token is (%s)',
    async (mechanism) => {
      dovecot = await startDovecot({ oauth: { introspectionUrl }, mechanisms: ['plain', mechanism] });
      const imap = sessionOf(dovecot, { user, accessToken: 'good' });
      await imap.connect();
      expect(imap.authenticated).toBeTruthy();
      await imap.logout();
      const refused = sessionOf(dovecot, { user, accessToken: 'bad' }).connect();
      await expect(refused).rejects.toMatchObject({
        serverResponseCode: 'AUTHENTICATIONFAILED',
        oauthError: expect.anything(),
      });
    },
  );

  it('checks a signed token by itself', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const issuer = 'http://127.0.0.1:9/issuer';
    dovecot = await startDovecot({
      oauth: { jwt: { issuer, keys: [{ kid: 'one', pem: await exportSPKI(publicKey) }] } },
    });
    const token = (email: string) =>
      new SignJWT({ email })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'one' })
        .setIssuer(issuer)
        .setSubject('1')
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey);
    const imap = sessionOf(dovecot, { user, accessToken: await token(user) });
    await imap.connect();
    await imap.logout();
    const refused = sessionOf(dovecot, { user, accessToken: await token('other@sandbox.test') }).connect();
    await expect(refused).rejects.toMatchObject({ serverResponseCode: 'AUTHENTICATIONFAILED' });
  });
});

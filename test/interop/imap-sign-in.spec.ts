import { type Problem } from '@mailroom/kernel';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { MailAccount } from '../../libs/mail-accounts/src/accounts/mail-account.js';
import { MailboxConnector } from '../../libs/mail-accounts/src/mailbox/mailbox-connector.js';
import { type Mailbox, type MailConnection } from '../../libs/mail-accounts/src/mailbox/mailbox.js';
import { connectToken } from '../support/connect.js';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { startFaultProxy } from '../support/fault-proxy.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const jane = 'jane@sandbox.test';

describeWithDovecot('signing in to Dovecot', () => {
  let mailroom: RunningMailroom;
  let sandbox: Sandbox;
  let dovecot: Dovecot;
  let introspectionUrl: string;
  let tokenId: string;
  const open: MailConnection[] = [];
  const others: { stop(): Promise<void> }[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox();
    sandbox.addPerson(jane);
    introspectionUrl = sandbox.issuer('strict').introspection.replace('//', '//dovecot:dovecot-secret@');
    dovecot = await startDovecot({ oauth: { introspectionUrl } });
    mailroom = await startMailroom({ work: false });
    ({ tokenId } = await connectToken(mailroom, sandbox, jane));
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((mailbox) => mailbox.close()));
    await Promise.all(others.splice(0).map((other) => other.stop()));
  });
  afterAll(async () => {
    await mailroom?.stop();
    await dovecot?.stop();
    await sandbox?.stop();
  });

  /** An account as the API stores it; `values` over one that signs in as Jane with her token, in the clear. */
  async function account(values: Record<string, unknown> = {}): Promise<MailAccount> {
    const { host, port } = dovecot.imap;
    const { status, body } = await mailroom.api('POST', 'accounts', {
      name: 'Jane',
      host,
      port,
      security: 'none',
      login: jane,
      auth: 'token',
      tokenId,
      disposition: 'delete',
      start: 'all',
      ...values,
    });
    if (status !== 201) throw new Error(`no account: ${JSON.stringify(body)}`);
    return mailroom.dataSource.getRepository(MailAccount).findOneByOrFail({ id: body.id });
  }

  const withPassword = { auth: 'password', password: 'pass', tokenId: null };

  async function connected(
    values: Record<string, unknown> = {},
    signal?: AbortSignal,
  ): Promise<{ connection: MailConnection; row: MailAccount }> {
    const row = await account(values);
    const connection = await mailroom.app.get(MailboxConnector, { strict: false }).connect(row, signal);
    open.push(connection);
    return { connection, row };
  }

  async function opened(values: Record<string, unknown> = {}, signal?: AbortSignal): Promise<Mailbox> {
    const { connection, row } = await connected(values, signal);
    return connection.open(row.folders[0] ?? '', row);
  }

  async function anotherDovecot(options: Parameters<typeof startDovecot>[0]): Promise<Dovecot> {
    const another = await startDovecot(options);
    others.push(another);
    return another;
  }

  const refreshes = (): number =>
    sandbox.tokenRequests.filter(({ grantType }) => grantType === 'refresh_token').length;

  it.each([['oauthbearer'], ['xoauth2']] as const)('with an access token by %s', async (mechanism) => {
    const { imap, log } = await anotherDovecot({
      oauth: { introspectionUrl },
      mechanisms: ['plain', mechanism],
    }).then((server) => ({ imap: server.imap, log: () => server.log() }));
    const mailbox = await opened({ port: imap.port });
    expect(mailbox.uidValidity).toBeGreaterThan(0);
    expect(await mailbox.uidNext()).toBe(1);
    expect(log()).toContain(`Login: user=<${jane}>, method=${mechanism.toUpperCase()}`);
  });

  it('ends a session before its token ends', async () => {
    const { body } = await mailroom.api('GET', `tokens/${tokenId}`);
    const { connection } = await connected();
    expect(connection.endsAt.getTime()).toBeLessThan(Date.parse(body.accessExpiresAt));
  });

  it('counts what is there', async () => {
    const user = 'counts@sandbox.test';
    dovecot.seed(user, [Buffer.from('Subject: one\r\n\r\n1'), Buffer.from('Subject: two\r\n\r\n2')]);
    expect(await (await opened({ ...withPassword, login: user })).uidNext()).toBe(3);
  });

  it('selects the folder it was told, and only reads where everything is left', async () => {
    const user = 'folders@sandbox.test';
    dovecot.seed(user, [Buffer.from('Subject: one\r\n\r\n1')], { folder: 'Tickets' });
    const seen = { disposition: 'seen' as const, moveTo: null };
    const tickets = { ...withPassword, login: user, folders: ['Tickets'] };
    const left = await opened({ ...tickets, disposition: 'leave' });
    expect(await left.stillThere([1])).toEqual([1]);
    await expect(left.tryRights(seen)).rejects.toMatchObject({ code: 'mailbox-read-only' });
    const other = await opened({ ...tickets, ...seen });
    expect(await other.stillThere([1])).toEqual([1]);
    await other.tryRights(seen);
  });

  it('renews an access token once that only the mail server knew to be over', async () => {
    const before = refreshes();
    sandbox.expireAccessTokens(jane);
    await opened();
    expect(refreshes()).toBe(before + 1);
  });

  it('gives up on a mailbox that the token does not open, after one renewal', async () => {
    const before = refreshes();
    await expect(opened({ login: 'somebody.else@sandbox.test' })).rejects.toMatchObject({
      code: 'mailbox-login-refused',
      disposition: 'ask-admin',
      params: { host: '127.0.0.1', port: dovecot.imap.port },
    });
    expect(refreshes()).toBe(before + 1);
  });

  it('says that a password is wrong', async () => {
    await expect(opened({ ...withPassword, password: 'wrong' })).rejects.toMatchObject({
      code: 'mailbox-login-refused',
      disposition: 'ask-admin',
    });
  });

  it('comes back later when the identity provider behind the server is down', async () => {
    const nobody = 'http://dovecot:dovecot-secret@127.0.0.1:9/introspection';
    const { imap } = await anotherDovecot({ oauth: { introspectionUrl: nobody } });
    const before = refreshes();
    await expect(opened({ port: imap.port })).rejects.toMatchObject({
      code: 'mailbox-unavailable',
      disposition: 'retry-later',
    });
    expect(refreshes()).toBe(before);
  });

  it('comes back later when there are too many connections', async () => {
    const { imap } = await anotherDovecot({ maxUserIpConnections: 2 });
    const crowded = { ...withPassword, port: imap.port };
    await opened(crowded);
    await opened(crowded);
    await expect(opened(crowded)).rejects.toMatchObject({
      code: 'mailbox-connection-limit',
      disposition: 'retry-later',
      params: { retryAfterMs: 60_000 },
    });
  });

  it('says that a folder is missing', async () => {
    const missing: unknown = await opened({ folders: ['Nowhere'] }).catch((error: unknown) => error);
    expect(missing).toMatchObject({ code: 'mailbox-folder-missing', disposition: 'ask-admin' });
    // Not a word more of the account.
    const { host, port } = dovecot.imap;
    expect((missing as Problem).params).toEqual({ host, port, folder: 'Nowhere' });
  });

  it('says that nobody listens', async () => {
    await expect(opened({ port: 9 })).rejects.toMatchObject({ code: 'mailbox-connection-refused' });
  });

  it('stops waiting when it is told to', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const stop = new AbortController();
    silent.on('connection', () => stop.abort());
    const { port } = silent.address() as AddressInfo;
    await expect(opened({ port }, stop.signal)).rejects.toMatchObject({ code: 'session-ended' });
    silent.close();
  });

  describe('with TLS', () => {
    const known = getCACertificates('default');
    const tls = () => ({ security: 'tls', port: dovecot.imap.tlsPort });
    afterEach(() => setDefaultCACertificates(known));

    it.each([['tls'], ['starttls']] as const)(
      'trusts nobody who vouches for himself (%s)',
      async (security) => {
        const { port, tlsPort } = dovecot.imap;
        const place = { security, port: security === 'tls' ? tlsPort : port };
        await expect(opened(place)).rejects.toMatchObject({
          code: 'mailbox-certificate-invalid',
          params: { fault: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
        });
      },
    );

    it.each([['tls'], ['starttls']] as const)(
      'encrypts from the start, or at once (%s)',
      async (security) => {
        setDefaultCACertificates([...known, dovecot.certificate]);
        const { port, tlsPort } = dovecot.imap;
        const place = { security, port: security === 'tls' ? tlsPort : port };
        for (const host of ['127.0.0.1', 'localhost']) {
          await opened({ ...place, host });
          expect(
            dovecot
              .log()
              .match(/Login: .*/g)
              ?.at(-1),
          ).toContain(', TLS,');
        }
      },
    );

    it('never goes without, whatever somebody on the line makes of it', async () => {
      const proxy = await startFaultProxy(dovecot.imap, {
        onServerLine: (line) => line.replace(' STARTTLS', ''),
      });
      others.push(proxy);
      await expect(opened({ security: 'starttls', port: proxy.port })).rejects.toMatchObject({
        code: 'mailbox-starttls-missing',
        disposition: 'ask-admin',
      });
    });

    it('says that a port speaks no TLS', async () => {
      await expect(opened({ ...tls(), port: dovecot.imap.port })).rejects.toMatchObject({
        code: 'mailbox-port-in-clear',
        disposition: 'ask-admin',
      });
    });
  });
});

it('finds port 9 closed, as the specs above take for granted', async () => {
  const refused = new Promise((resolve) => connect(9, '127.0.0.1').on('error', resolve));
  await expect(refused).resolves.toMatchObject({ code: 'ECONNREFUSED' });
});

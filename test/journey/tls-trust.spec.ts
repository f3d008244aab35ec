import { X509Certificate } from 'node:crypto';
import { MailAccount } from '../../libs/mail-accounts/src/accounts/mail-account.js';
import { MailboxConnector } from '../../libs/mail-accounts/src/mailbox/mailbox-connector.js';
import { TestAuthority, type KeyedCertificate } from '../support/certificates.js';
import { describeWithDovecot, startDovecot, type Dovecot } from '../support/dovecot.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

describeWithDovecot('certificates that no public authority signed', () => {
  let mailroom: RunningMailroom;
  let authority: TestAuthority;
  let shows: Record<'right' | 'wrongName' | 'expired', KeyedCertificate>;
  let servers: Record<keyof typeof shows, Dovecot>;

  beforeAll(async () => {
    authority = await TestAuthority.found('Our house');
    shows = {
      right: await authority.signs('127.0.0.1'),
      wrongName: await authority.signs('imap.elsewhere.test'),
      expired: await authority.signs('127.0.0.1', { endsInDays: -1 }),
    };
    const [right, wrongName, expired] = await Promise.all([
      startDovecot({ certificate: shows.right }),
      startDovecot({ certificate: shows.wrongName }),
      startDovecot({ certificate: shows.expired }),
    ]);
    servers = { right, wrongName, expired };
    mailroom = await startMailroom({ work: false });
  });
  afterAll(async () => {
    await mailroom?.stop();
    await Promise.all(Object.values(servers ?? {}).map((server) => server.stop()));
  });

  const typed = (server: Dovecot, security: 'tls' | 'starttls', values: object = {}) => ({
    name: 'Support',
    host: '127.0.0.1',
    port: security === 'tls' ? server.imap.tlsPort : server.imap.port,
    security,
    login: 'support@example.test',
    auth: 'password',
    password: 'pass',
    disposition: 'leave',
    start: 'new',
    ...values,
  });
  const pinOf = ({ certificate }: KeyedCertificate) => ({
    kind: 'fingerprint',
    sha256: new X509Certificate(certificate).fingerprint256,
  });

  /** The code that a test of these values ends with; null when all went well. */
  async function verdict(values: object): Promise<string | null> {
    const { status, body } = await mailroom.api('POST', 'accounts/check', values);
    expect(status).toBe(200);
    return body.steps.find(({ ok }: { ok: boolean }) => !ok)?.problem.code ?? null;
  }

  describe.each(['tls', 'starttls'] as const)('over %s', (security) => {
    it.each([
      ['right', 'verified', 'mailbox-certificate-invalid'],
      ['right', 'ca', null],
      ['right', 'fingerprint', null],
      ['right', 'another fingerprint', 'mailbox-certificate-changed'],
      ['right', 'any', null],
      ['wrongName', 'ca', 'mailbox-certificate-invalid'],
      ['wrongName', 'fingerprint', null],
      ['wrongName', 'any', null],
      ['expired', 'ca', 'mailbox-certificate-invalid'],
      ['expired', 'fingerprint', null],
      ['expired', 'any', null],
    ] as const)('a certificate that is %s, trusting %s: %s', async (server, trust, code) => {
      const tlsTrust = {
        verified: { kind: 'verified' },
        ca: { kind: 'ca', certificates: authority.certificate },
        fingerprint: pinOf(shows[server]),
        'another fingerprint': pinOf(shows.expired),
        any: { kind: 'any' },
      }[trust];
      expect(await verdict(typed(servers[server], security, { tlsTrust }))).toBe(code);
    });
  });

  it('shows what was offered, so that it can be pinned', async () => {
    const { body } = await mailroom.api('POST', 'accounts/check', typed(servers.wrongName, 'tls'));
    const { problem } = body.steps.at(-1);
    const { fingerprint256 } = new X509Certificate(shows.wrongName.certificate);
    expect(problem.params).toMatchObject({
      sha256: fingerprint256,
      subject: 'imap.elsewhere.test',
      issuer: 'Our house',
      names: 'imap.elsewhere.test',
    });
    const tlsTrust = { kind: 'fingerprint', sha256: problem.params.sha256 };
    expect(await verdict(typed(servers.wrongName, 'tls', { tlsTrust }))).toBeNull();
  });

  it('is part of the origin: a password typed for one trust is not shown to another', async () => {
    const tlsTrust = { kind: 'ca', certificates: authority.certificate };
    const created = await mailroom.api('POST', 'accounts', typed(servers.right, 'tls', { tlsTrust }));
    const { id } = created.body;
    expect(created.body.tlsTrust).toMatchObject({ kind: 'ca', authorities: [{ subject: 'CN=Our house' }] });
    expect(created.body.cautions).toEqual([]);
    const any = { tlsTrust: { kind: 'any' } };
    const refused = await mailroom.api('PATCH', `accounts/${id}`, any);
    expect([refused.status, refused.body.code]).toEqual([422, 'password-required-for-new-origin']);
    const { body } = await mailroom.api('PATCH', `accounts/${id}`, { ...any, password: 'pass' });
    expect(body).toMatchObject({ tlsTrust: { kind: 'any' }, cautions: ['certificate-not-verified'] });
    const audit = (await mailroom.api('GET', 'audit-events')).body.items;
    expect(audit).toContainEqual(
      expect.objectContaining({ action: 'account-trust-changed', details: { from: 'ca', to: 'any' } }),
    );
  });

  it('holds for the sessions too, and a stored password still opens', async () => {
    const tlsTrust = pinOf(shows.right);
    const { body } = await mailroom.api('POST', 'accounts', typed(servers.right, 'starttls', { tlsTrust }));
    const row = await mailroom.dataSource.getRepository(MailAccount).findOneByOrFail({ id: body.id });
    const connection = await mailroom.app.get(MailboxConnector, { strict: false }).connect(row);
    expect(connection.usable).toBe(true);
    await connection.close();
  });

  it('refuses authorities that are none, and keys that were pasted along', async () => {
    for (const certificates of ['hello', authority.certificate + shows.right.key]) {
      const values = typed(servers.right, 'tls', { tlsTrust: { kind: 'ca', certificates } });
      const { status, body } = await mailroom.api('POST', 'accounts', values);
      expect([status, body.code, body.field]).toEqual([422, 'invalid-input', 'tlsTrust.certificates']);
    }
  });
});

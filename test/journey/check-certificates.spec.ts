import { type AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { loopbackCertificate, loopbackCertificateKey } from '../../apps/sandbox/src/loopback-certificate.js';
import { startSandbox, type Sandbox } from '../../apps/sandbox/src/index.js';
import { TestAuthority, type KeyedCertificate } from '../support/certificates.js';
import { registerSandboxClient } from '../support/connect.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

const KINDS = { imap: '* OK ready', pop3: '+OK ready', smtp: '220 ready' } as const;
type Kind = keyof typeof KINDS;

describe('a certificate that cannot be believed ends a test, and says what is wrong with it', () => {
  let mailroom: RunningMailroom;
  let sandbox: Sandbox;
  let ours: TestAuthority;
  let shows: Record<'stranger' | 'wrongName' | 'expired' | 'selfSigned', KeyedCertificate>;
  const servers: Server[] = [];

  beforeAll(async () => {
    [mailroom, sandbox] = await Promise.all([startMailroom({ logger: false, work: false }), startSandbox()]);
    ours = await TestAuthority.found('Our house');
    const stranger = await TestAuthority.found('Somebody');
    shows = {
      stranger: await stranger.signs('127.0.0.1'),
      wrongName: await ours.signs('mail.example.test'),
      expired: await ours.signs('127.0.0.1', { endsInDays: -1 }),
      selfSigned: { certificate: loopbackCertificate, key: loopbackCertificateKey },
    };
  });
  afterAll(async () => {
    for (const server of servers) server.close();
    await Promise.all([mailroom?.stop(), sandbox?.stop()]);
  });

  async function showing({ certificate, key }: KeyedCertificate, greeting: string): Promise<number> {
    const server = createServer({ cert: certificate, key }, (socket) => {
      socket.on('error', () => undefined).resume();
      socket.write(`${greeting}\r\n`);
    });
    server.on('tlsClientError', () => undefined);
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return (server.address() as AddressInfo).port;
  }

  const kinds = Object.keys(KINDS) as Kind[];
  const faults = [
    ['stranger', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'],
    ['wrongName', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['expired', 'CERT_HAS_EXPIRED'],
    ['selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ] as const;

  it.each(kinds.flatMap((kind) => faults.map(([shown, fault]) => [kind, shown, fault] as const)))(
    'by %s: %s is %s',
    async (kind, shown, fault) => {
      const port = await showing(shows[shown], KINDS[kind]);
      const tlsTrust = { kind: 'ca', certificates: ours.certificate };
      const asked = { host: '127.0.0.1', port, security: 'tls', login: 'a@b.test', auth: 'password' };
      const values = { ...asked, password: 'secret', tlsTrust };
      const account = { ...values, kind, name: kind, disposition: 'leave', start: 'new' };
      const { body } = await (kind === 'smtp'
        ? mailroom.api('POST', 'servers/check', values)
        : mailroom.api('POST', 'accounts/check', account));
      const { step, ms, problem } = body.steps.at(-1);
      const { params } = problem;
      expect([step, problem.code, params.fault ?? params.reason, ms < 10_000]).toEqual([
        kind === 'smtp' ? 'connect' : 'encrypt',
        kind === 'smtp' ? 'server-certificate-refused' : 'mailbox-certificate-invalid',
        fault,
        true,
      ]);
      expect(params.sha256).toMatch(/^[0-9A-F:]{95}$/);
    },
  );

  it.each([
    ['stranger', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ] as const)('at a token endpoint: %s is %s', async (shown, fault) => {
    const port = await showing(shows[shown], '');
    const id = await registerSandboxClient(mailroom, sandbox, 'strict', { name: shown });
    const sql = (text: string, ...values: string[]) => mailroom.dataSource.query(text, [id, ...values]);
    // A secret belongs to its endpoint.
    await sql('delete from mailroom.oauth_client_secret where client_id = $1');
    await sql(
      'update mailroom.oauth_client set token_endpoint = $2 where id = $1',
      `https://127.0.0.1:${port}/token`,
    );
    const { body } = await mailroom.api('POST', `clients/${id}/diagnosis`, {});
    expect(body.steps.at(-1)).toMatchObject({
      step: 'endpoint',
      problem: { code: 'host-certificate-refused', params: { fault } },
    });
  });
});

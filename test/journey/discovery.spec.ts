import { createServer, type Server } from 'node:https';
import { type AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { MailDns } from '../../libs/mail-accounts/src/discovery/mail-dns.js';
import { Autoconfig } from '../../libs/mail-accounts/src/discovery/autoconfig.js';
import { MailboxDiscoveries } from '../../libs/mail-accounts/src/discovery/discovery.js';
import { type SrvAnswer } from '../../libs/mail-accounts/src/discovery/srv-proposals.js';
import { TestAuthority } from '../support/certificates.js';
import { startMailroom, type RunningMailroom } from '../support/mailroom.js';

/** A DNS of the test's own: what is not written in it is not there. */
class WrittenDns extends MailDns {
  constructor(
    private readonly mx: Readonly<Record<string, readonly string[]>>,
    private readonly srv: Readonly<Record<string, readonly SrvAnswer[]>> = {},
  ) {
    super();
  }

  override exchangers(domain: string): Promise<readonly string[]> {
    return Promise.resolve(this.mx[domain] ?? []);
  }

  override services(name: string): Promise<readonly SrvAnswer[]> {
    return Promise.resolve(this.srv[name] ?? []);
  }
}

describe('finding out how a mailbox is reached', () => {
  let mailroom: RunningMailroom;
  beforeAll(async () => {
    mailroom = await startMailroom({ work: false });
  });
  afterAll(() => mailroom?.stop());

  const discoveries = (dns: MailDns) =>
    new MailboxDiscoveries(dns, mailroom.app.get(Autoconfig, { strict: false }));

  it('knows the big ones by the address alone', async () => {
    const { status, body } = await mailroom.api('POST', 'accounts/discover', { address: ' jane@GMAIL.com ' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      address: 'jane@gmail.com',
      items: [
        {
          kind: 'imap',
          host: 'imap.gmail.com',
          port: 993,
          template: 'google',
          auth: ['token', 'password'],
          source: 'known',
        },
        { kind: 'pop3', host: 'pop.gmail.com', smtp: { host: 'smtp.gmail.com' } },
      ],
    });
  });

  it.each(['jane', 'jane@', 'jane@no domain', 'x'])('refuses %j', async (address) => {
    const { status } = await mailroom.api('POST', 'accounts/discover', { address });
    expect(status).toBe(422);
  });

  it('knows a customer of a big one by who takes the mail in', async () => {
    const dns = new WrittenDns({ 'acme.test': ['acme-test.mail.protection.outlook.com'] });
    expect((await discoveries(dns).of('support@acme.test')).items[0]).toMatchObject({
      host: 'outlook.office365.com',
      template: 'microsoft-365',
      auth: ['token'],
      source: 'mx',
    });
  });

  it('believes what the domain says of itself', async () => {
    const records = {
      '_imaps._tcp.acme.test': [{ name: 'mail.acme.test', port: 993, priority: 0, weight: 0 }],
    };
    const { items } = await discoveries(new WrittenDns({}, records)).of('support@acme.test');
    expect(items[0]).toMatchObject({ host: 'mail.acme.test', security: 'tls', source: 'srv' });
  });

  it('guesses at last, and says so', async () => {
    const { items } = await discoveries(new WrittenDns({})).of('support@acme.test');
    expect(items.map(({ host, source }) => [host, source])).toEqual([
      ['imap.acme.test', 'guess'],
      ['mail.acme.test', 'guess'],
      ['pop.acme.test', 'guess'],
    ]);
  });
});

describe('published configuration', () => {
  const known = getCACertificates();
  const document = `<clientConfig><emailProvider><incomingServer type="imap"><hostname>imap.%EMAILDOMAIN%</hostname>
    <port>993</port><socketType>SSL</socketType></incomingServer></emailProvider></clientConfig>`;
  let server: Server;
  let origin: string;
  let mailroom: RunningMailroom;

  beforeAll(async () => {
    mailroom = await startMailroom({ work: false });
    const authority = await TestAuthority.found('Our house');
    const { certificate, key } = await authority.signs('localhost');
    setDefaultCACertificates([...known, authority.certificate]);
    server = createServer({ cert: certificate, key }, (request, response) => {
      if (request.url === '/sound') response.end(document);
      else if (request.url === '/moved') response.writeHead(302, { location: '/sound' }).end();
      else if (request.url === '/large') response.end(document + ' '.repeat(200_000));
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    setDefaultCACertificates(known);
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
    await mailroom?.stop();
  });

  const ask = (...urls: string[]) =>
    mailroom.app.get(Autoconfig, { strict: false }).ask(urls, 'jane@acme.test', 'autoconfig');

  it('is read over TLS, and the first place that says something is believed', async () => {
    expect(await ask(`${origin}/none`, `${origin}/sound`)).toMatchObject([
      { host: 'imap.acme.test', port: 993, login: 'jane@acme.test', source: 'autoconfig' },
    ]);
  });

  it.each([
    ['a redirect', '/moved'],
    ['a document without an end', '/large'],
    ['nothing', '/none'],
  ])('is not followed into %s', async (_, path) => {
    expect(await ask(origin + path)).toEqual([]);
  });

  it.each(['https://10.0.0.1/config', 'https://169.254.169.254/latest', 'https://nowhere.invalid/'])(
    'is not looked for at %s',
    async (url) => {
      expect(await ask(url)).toEqual([]);
    },
  );
});

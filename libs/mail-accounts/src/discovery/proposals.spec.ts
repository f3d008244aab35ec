import { autoconfigPlaces } from './autoconfig.js';
import { knownByDomain, knownByExchanger } from './known-providers.js';
import { type Proposal } from './proposal.js';
import { rankProposals } from './rank-proposals.js';
import { readAutoconfig } from './read-autoconfig.js';
import { srvProposals } from './srv-proposals.js';

const login = 'support@example.com';

describe('who is known', () => {
  it.each([
    ['gmail.com', 'imap.gmail.com', 'google'],
    ['outlook.com', 'outlook.office365.com', 'outlook-com'],
    ['hotmail.co.uk', 'outlook.office365.com', 'outlook-com'],
    ['contoso.onmicrosoft.com', 'outlook.office365.com', 'microsoft-365'],
    ['yahoo.co.jp', 'imap.mail.yahoo.com', 'yahoo'],
    ['icloud.com', 'imap.mail.me.com', null],
    ['gmx.de', 'imap.gmx.net', null],
    ['gmx.com', 'imap.gmx.com', null],
    ['web.de', 'imap.web.de', null],
    ['fastmail.fm', 'imap.fastmail.com', 'fastmail'],
  ])('addresses at %s', (domain, host, template) => {
    const [first] = knownByDomain(domain, login) ?? [];
    expect(first).toMatchObject({ kind: 'imap', host, security: 'tls', template, source: 'known' });
  });

  it.each(['example.com', 'notgmail.com', 'gmail.com.example', 'my-outlook.com', 'mail.ru.example'])(
    'knows nobody at %s',
    (domain) => {
      expect(knownByDomain(domain, login)).toBeNull();
    },
  );

  it.each([
    ['example-com.mail.protection.outlook.com', 'microsoft-365', 'outlook.office365.com'],
    ['ASPMX.L.GOOGLE.COM.', 'google', 'imap.gmail.com'],
    ['in1-smtp.messagingengine.com', 'fastmail', 'imap.fastmail.com'],
    ['mx00.kundenserver.de', null, 'imap.ionos.de'],
    ['mx01.mail.icloud.com', null, 'imap.mail.me.com'],
  ])('mail taken in by %s', (exchanger, template, host) => {
    expect(knownByExchanger([exchanger], login)?.[0]).toMatchObject({ template, host, source: 'mx' });
  });

  it('takes nobody for somebody by a likeness of names', () => {
    expect(knownByExchanger(['mx.example.com', 'google.com.example.net', 'notgoogle.com'], login)).toBeNull();
    expect(knownByExchanger([], login)).toBeNull();
  });
});

describe('srvProposals', () => {
  it('takes the best record of each service, and no for an answer', () => {
    const proposals = srvProposals(
      {
        _imaps: [
          { name: 'b.example.com', port: 993, priority: 10, weight: 1 },
          { name: 'A.example.com.', port: 1993, priority: 1, weight: 5 },
          { name: 'c.example.com', port: 993, priority: 1, weight: 2 },
        ],
        _imap: [{ name: '.', port: 0, priority: 0, weight: 0 }],
        _pop3: [{ name: 'pop.example.com', port: 110, priority: 0, weight: 0 }],
        _submission: [{ name: 'smtp.example.com', port: 587, priority: 0, weight: 0 }],
      },
      login,
    );
    const smtp = { host: 'smtp.example.com', port: 587, security: 'starttls' };
    expect(proposals).toEqual([
      expect.objectContaining({ kind: 'imap', host: 'a.example.com', port: 1993, security: 'tls', smtp }),
      expect.objectContaining({
        kind: 'pop3',
        host: 'pop.example.com',
        port: 110,
        security: 'starttls',
        smtp,
      }),
    ]);
    expect(srvProposals({}, login)).toEqual([]);
  });

  it.each([
    '10.0.0.1',
    '[::1]',
    'mail example.com',
    'a\r\nb.example.com',
    'x@b.example.com',
    '%41.example.com',
    '-a.b',
  ])('takes %j for no host, and the next record instead', (name) => {
    const worse = { name: 'mail.example.com', port: 993, priority: 9, weight: 0 };
    const records = { _imaps: [{ name, port: 993, priority: 0, weight: 0 }, worse] };
    expect(srvProposals(records, login)).toMatchObject([{ host: 'mail.example.com' }]);
  });
});

describe('readAutoconfig', () => {
  const document = (inner: string): string =>
    `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="example.com"><domain>example.com</domain>${inner}</emailProvider></clientConfig>`;
  const server = (kind: string, host: string, port: string, socket: string, more = ''): string =>
    `<incomingServer type="${kind}"><hostname>${host}</hostname><port>${port}</port><socketType>${socket}</socketType>${more}</incomingServer>`;

  it('reads servers, logins and ways to sign in', () => {
    const text = document(
      server(
        'imap',
        'mail.%EMAILDOMAIN%',
        '993',
        'SSL',
        '<username>%EMAILLOCALPART%</username><authentication>OAuth2</authentication><authentication>password-cleartext</authentication>',
      ) +
        server('pop3', 'pop.example.com', '110', 'STARTTLS') +
        '<outgoingServer type="smtp"><hostname>smtp.example.com</hostname><port>465</port><socketType>SSL</socketType></outgoingServer>',
    );
    const smtp = { host: 'smtp.example.com', port: 465, security: 'tls' };
    expect(readAutoconfig(text, login, 'autoconfig')).toEqual([
      expect.objectContaining({
        kind: 'imap',
        host: 'mail.example.com',
        port: 993,
        login: 'support',
        auth: ['token', 'password'],
        smtp,
      }),
      expect.objectContaining({
        kind: 'pop3',
        host: 'pop.example.com',
        security: 'starttls',
        login,
        auth: ['password'],
        smtp,
      }),
    ]);
  });

  it.each([
    ['another document', '<html></html>'],
    ['a host that is none', document(server('imap', 'http://x/', '993', 'SSL'))],
    ['a port that is none', document(server('imap', 'a.example', '99999', 'SSL'))],
    ['a cover that is none', document(server('imap', 'a.example', '993', 'magic'))],
    ['another protocol', document(server('exchange', 'a.example', '443', 'SSL'))],
    ['a document type', `<!DOCTYPE x>${document('')}`],
  ])('makes nothing of %s', (_, text) => {
    expect(readAutoconfig(text, login, 'autoconfig')).toEqual([]);
  });
});

it('tells the address to its own domain only', () => {
  const { own, directory } = autoconfigPlaces('jane+x@example.com', ['mx.mailhost.net.']);
  expect(own.every((url) => new URL(url).hostname.endsWith('example.com'))).toBe(true);
  expect(own[0]).toContain('jane%2Bx%40example.com');
  expect(directory).toEqual([
    'https://autoconfig.thunderbird.net/v1.1/example.com',
    'https://autoconfig.thunderbird.net/v1.1/mailhost.net',
  ]);
});

describe('rankProposals', () => {
  const proposal = (differs: Partial<Proposal>): Proposal => ({
    kind: 'imap',
    host: 'imap.example.com',
    port: 993,
    security: 'tls',
    login,
    auth: ['password'],
    appPassword: false,
    template: null,
    smtp: null,
    source: 'srv',
    ...differs,
  });

  it('goes by source, then IMAP before POP3, then cover; names each server once and none in the clear', () => {
    const guess = proposal({ source: 'guess' });
    const pop = proposal({ kind: 'pop3', port: 995 });
    const upgraded = proposal({ port: 143, security: 'starttls' });
    const best = proposal({});
    const clear = proposal({ host: 'clear.example.com', security: 'none' });
    const known = proposal({ source: 'known', kind: 'pop3', host: 'pop.example.com' });
    expect(rankProposals([guess, pop, clear, upgraded, best, known])).toEqual([known, best, upgraded, pop]);
  });

  it('stays short', () => {
    const many = Array.from({ length: 40 }, (_, n) => proposal({ host: `h${n}.example.com` }));
    expect(rankProposals(many)).toHaveLength(12);
  });
});

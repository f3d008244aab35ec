import { authoritiesOf, tlsTrustSchema, trustWord } from './tls-trust.js';
import { judgeCertificate, type ShownCertificate } from './judge-certificate.js';
import { tlsOptions } from './mail-socket.js';

const AUTHORITY = `-----BEGIN CERTIFICATE-----
MIIBfTCCASOgAwIBAgIUYrT7qDPe1HCWk2OmjGVGQSCtXHIwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJT3VyIGhvdXNlMB4XDTI2MTEwMTAwMDAwMFoXDTM2MTEwMTAw
-----END CERTIFICATE-----
`;
const PIN = 'AB:'.repeat(31) + 'CD';

describe('tlsTrust', () => {
  it.each([
    [PIN],
    [PIN.toLowerCase()],
    [PIN.replaceAll(':', '')],
    [`sha256 Fingerprint=${PIN}`],
    [`  ${PIN.replaceAll(':', ' ')}\n`],
  ])('takes the fingerprint %j as openssl, browsers and people write it', (sha256) => {
    expect(tlsTrustSchema.parse({ kind: 'fingerprint', sha256 })).toEqual({
      kind: 'fingerprint',
      sha256: PIN,
    });
  });

  it.each<[string, object]>([
    ['SHA-1', { kind: 'fingerprint', sha256: 'AB:'.repeat(19) + 'CD' }],
    ['no digits', { kind: 'fingerprint', sha256: 'certificate' }],
    ['no certificate', { kind: 'ca', certificates: 'hello' }],
    ['a broken certificate', { kind: 'ca', certificates: AUTHORITY }],
    [
      'a private key',
      { kind: 'ca', certificates: '-----BEGIN PRIVATE KEY-----\nAA\n-----END PRIVATE KEY-----' },
    ],
    ['nothing known', { kind: 'whatever' }],
    ['a pin beside another kind', { kind: 'any', sha256: PIN }],
  ])('refuses %s', (_, trust) => {
    expect(tlsTrustSchema.safeParse(trust).success).toBe(false);
  });

  it('is another origin for every trust, and none for the usual one', () => {
    const words = [
      trustWord({ kind: 'verified' }),
      trustWord({ kind: 'any' }),
      trustWord({ kind: 'fingerprint', sha256: PIN }),
      trustWord({ kind: 'ca', certificates: 'one' }),
      trustWord({ kind: 'ca', certificates: 'two' }),
    ];
    expect(words[0]).toBe('');
    expect(new Set(words).size).toBe(words.length);
    expect(authoritiesOf({ kind: 'any' })).toEqual([]);
  });
});

describe('judgeCertificate', () => {
  const place = { host: 'imap.example.com', port: 993 };
  const shown: ShownCertificate = {
    fault: null,
    subject: 'imap.example.com',
    issuer: 'Our house',
    names: 'imap.example.com',
    endsAt: '2030-01-01T00:00:00.000Z',
    sha256: PIN,
  };
  const pinned = { kind: 'fingerprint', sha256: PIN } as const;

  it.each([
    ['a sound one', { kind: 'verified' }, {}, null],
    ['a sound one of an own authority', { kind: 'ca', certificates: '' }, {}, null],
    ['an expired one', { kind: 'verified' }, { fault: 'CERT_HAS_EXPIRED' }, 'mailbox-certificate-invalid'],
    [
      'a foreign name',
      { kind: 'ca', certificates: '' },
      { fault: 'ERR_TLS_CERT_ALTNAME_INVALID' },
      'mailbox-certificate-invalid',
    ],
    ['the pinned one', pinned, {}, null],
    ['the pinned one, expired, of nobody', pinned, { fault: 'CERT_HAS_EXPIRED' }, null],
    ['a sound one that is not the pinned', pinned, { sha256: 'AB' }, 'mailbox-certificate-changed'],
    ['none at all', pinned, { sha256: '', fault: 'UNKNOWN' }, 'mailbox-certificate-changed'],
    ['anything', { kind: 'any' }, { fault: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, null],
  ] as const)('%s', (_, trust, differs, code) => {
    const verdict = judgeCertificate(trust, { ...shown, ...differs }, place);
    expect(verdict?.code ?? null).toBe(code);
  });

  it('names what was shown, so that it can be compared and pinned', () => {
    const verdict = judgeCertificate({ kind: 'verified' }, { ...shown, fault: 'CERT_HAS_EXPIRED' }, place);
    expect(verdict).toMatchObject({
      disposition: 'ask-admin',
      params: { host: 'imap.example.com', fault: 'CERT_HAS_EXPIRED', sha256: PIN, issuer: 'Our house' },
    });
  });
});

describe('tlsOptions', () => {
  const destination = {
    address: '203.0.113.7',
    family: 4,
    servername: 'imap.example.com',
    closed: false,
  } as const;

  it('asks for the name that was typed, and for none where an address was', () => {
    const named = tlsOptions({ destination, port: 993, tlsTrust: { kind: 'verified' } });
    expect(named).toMatchObject({ servername: 'imap.example.com', minVersion: 'TLSv1.2' });
    const literal = { ...destination, servername: '203.0.113.7' };
    const bare = tlsOptions({ destination: literal, port: 993, tlsTrust: { kind: 'verified' } });
    expect(bare).not.toHaveProperty('servername');
    expect(bare.host).toBe('203.0.113.7');
  });
});

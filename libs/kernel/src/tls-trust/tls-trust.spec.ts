import { tlsOptions } from './tls-options.js';
import { authoritiesOf, tlsTrustSchema, trustWord } from './tls-trust.js';

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

describe('tlsOptions', () => {
  it('asks for the name that was typed, and for none where an address was', () => {
    const named = tlsOptions('imap.example.com', { kind: 'verified' });
    expect(named).toMatchObject({ servername: 'imap.example.com', minVersion: 'TLSv1.2' });
    const bare = tlsOptions('203.0.113.7', { kind: 'verified' });
    expect(bare).not.toHaveProperty('servername');
    expect(bare.host).toBe('203.0.113.7');
  });
});

import { type ShownCertificate } from '@mailroom/kernel';
import { serverPlace } from '../mailbox/server-place.js';
import { judgeCertificate } from './judge-certificate.js';

const PIN = 'AB:'.repeat(31) + 'CD';

describe('judgeCertificate', () => {
  const place = serverPlace({ host: 'imap.example.com', port: 993 });
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

import { certificateFault } from './certificate-fault.js';

describe('certificateFault', () => {
  it.each([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'INVALID_CA',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('knows %s', (code) => {
    expect(certificateFault(Object.assign(new Error('no'), { code }))).toBe(code);
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', 'EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 20, undefined])(
    'leaves %s to others',
    (code) => {
      expect(certificateFault(Object.assign(new Error('no'), { code }))).toBeNull();
      expect(certificateFault(null)).toBeNull();
    },
  );
});

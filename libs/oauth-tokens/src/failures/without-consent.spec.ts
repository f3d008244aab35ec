import { classifyTokenFailure } from './classify-token-failure.js';
import { withoutConsent } from './without-consent.js';

describe('withoutConsent', () => {
  it.each([
    ['authorization-code', 'invalid_grant', 'reconnect', false],
    ['jwt-bearer', 'invalid_grant', 'ask-admin', false],
    ['jwt-bearer', 'unauthorized_client', 'ask-admin', true],
    ['jwt-bearer', 'access_denied', 'ask-admin', true],
    ['jwt-bearer', 'invalid_client', 'fix-client', true],
    ['jwt-bearer', 'internal_failure', 'retry-later', true],
    ['client-credentials', 'invalid_grant', 'ask-admin', false],
    ['client-credentials', 'unauthorized_client', 'fix-client', true],
    ['client-credentials', 'invalid_scope', 'fix-client', true],
  ] as const)('%s: %s is %s', (flow, error, disposition, certain) => {
    const failure = classifyTokenFailure('google', { status: 400, error });
    expect(withoutConsent(flow, failure)).toEqual({ class: disposition, code: error, certain });
  });
});

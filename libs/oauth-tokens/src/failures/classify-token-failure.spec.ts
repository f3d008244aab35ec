import fc from 'fast-check';
import { classifyTokenFailure } from './classify-token-failure.js';

const refused = { status: 400, error: 'invalid_grant' };

describe('classifyTokenFailure', () => {
  it.each([
    // Somebody has to sign in again.
    ...[
      50173, 700082, 70008, 70043, 50076, 50079, 50074, 50072, 50078, 65001, 50132, 50133, 50089, 50085,
      700084, 70000, 700020, 50055, 50144, 54005, 501481, 50020, 90072, 50034, 70019, 70020,
    ].map((code) => [code, 'reconnect'] as const),
    // The tenant's admin has to act.
    ...[
      53000, 53001, 53002, 53003, 50131, 50005, 530032, 530035, 50105, 90094, 90095, 65004, 50057, 50053,
      500011, 650052, 650056,
    ].map((code) => [code, 'ask-admin'] as const),
    // The registration is wrong.
    ...[
      7000222, 7000215, 700016, 700011, 70001, 7000112, 7000218, 700025, 700027, 50012, 50013, 50011, 50194,
      90002, 900023, 9001023, 90130, 28000, 28002, 28003, 70011, 700022, 700023, 650053, 650057, 65005,
      900144, 9002313, 700005, 70003, 70018, 700021, 7000212, 7000213,
    ].map((code) => [code, 'fix-client'] as const),
    // It passes by itself.
    ...[
      50033, 50087, 50088, 50166, 70012, 80001, 80002, 80005, 80007, 90006, 90012, 90024, 90033, 90055, 90090,
      40010, 50196, 70016,
    ].map((code) => [code, 'retry-later'] as const),
  ])('takes AADSTS%i for %s', (code, expected) => {
    expect(classifyTokenFailure('microsoft', { ...refused, errorCodes: [code] })).toEqual({
      class: expected,
      code: `AADSTS${code}`,
      certain: true,
    });
  });

  it.each([
    ['microsoft', { ...refused, errorCodes: [123], suberror: 'bad_token' }, 'reconnect', 'AADSTS123', true],
    [
      'microsoft',
      { ...refused, errorCodes: [123], suberror: 'message_only' },
      'ask-admin',
      'AADSTS123',
      true,
    ],
    ['microsoft', { ...refused, errorCodes: [123] }, 'reconnect', 'AADSTS123', false],
    [
      'microsoft',
      { status: 400, error: 'interaction_required', errorCodes: [123] },
      'reconnect',
      'AADSTS123',
      true,
    ],
    [
      'microsoft',
      { status: 401, error: 'invalid_client', errorCodes: [123] },
      'fix-client',
      'AADSTS123',
      true,
    ],
    ['microsoft', { status: 400, error: 'unauthorized_client' }, 'fix-client', 'unauthorized_client', true],
    ['microsoft', { ...refused, errorCodes: [999, 50173] }, 'reconnect', 'AADSTS999', true],
    [
      'microsoft',
      { status: 401, error: 'invalid_client', errorCodes: [700024] },
      'fix-client',
      'AADSTS700024',
      false,
    ],
    ['google', refused, 'reconnect', 'invalid_grant', false],
    ['google', { ...refused, suberror: 'invalid_rapt' }, 'reconnect', 'invalid_rapt', true],
    ['google', { ...refused, suberror: 'something_new' }, 'reconnect', 'invalid_grant', false],
    ['google', { status: 428, error: 'authorization_pending' }, 'retry-later', 'authorization_pending', true],
    ['standard', { status: 400, error: 'slow_down' }, 'retry-later', 'slow_down', true],
    ['standard', { status: 400, error: 'expired_token' }, 'reconnect', 'expired_token', true],
    [
      'microsoft',
      { status: 400, error: 'authorization_declined' },
      'reconnect',
      'authorization_declined',
      true,
    ],
    ['google', { status: 400, error: 'access_denied' }, 'reconnect', 'access_denied', true],
    ['google', { status: 401, error: 'invalid_client' }, 'fix-client', 'invalid_client', true],
    ['google', { status: 401, error: 'deleted_client' }, 'fix-client', 'deleted_client', true],
    ['google', { status: 400, error: 'unauthorized_client' }, 'fix-client', 'unauthorized_client', true],
    ['google', { status: 400, error: 'redirect_uri_mismatch' }, 'fix-client', 'redirect_uri_mismatch', true],
    ['google', { status: 400, error: 'invalid_scope' }, 'fix-client', 'invalid_scope', true],
    ['google', { status: 403, error: 'org_internal' }, 'fix-client', 'org_internal', true],
    ['google', { status: 400, error: 'admin_policy_enforced' }, 'ask-admin', 'admin_policy_enforced', true],
    ['google', { status: 400, error: 'internal_failure' }, 'retry-later', 'internal_failure', true],
    ['google', { status: 403, error: 'rate_limit_exceeded' }, 'retry-later', 'rate_limit_exceeded', true],
    ['standard', refused, 'reconnect', 'invalid_grant', false],
    ['standard', { ...refused, errorCodes: [53003] }, 'reconnect', 'invalid_grant', false],
    [
      'standard',
      { status: 400, error: 'unsupported_grant_type' },
      'fix-client',
      'unsupported_grant_type',
      true,
    ],
    ['standard', { status: 400, error: 'invalid_request' }, 'fix-client', 'invalid_request', true],
    [
      'standard',
      { status: 400, error: 'temporarily_unavailable' },
      'retry-later',
      'temporarily_unavailable',
      true,
    ],
    ['standard', { status: 400, error: 'something_new' }, 'retry-later', 'something_new', true],
    ['standard', { status: 404 }, 'retry-later', 'http-404', true],
    ['standard', { status: null, problem: 'deadline-exceeded' }, 'retry-later', 'deadline-exceeded', true],
    ['standard', { status: null, problem: 'host-unknown' }, 'retry-later', 'host-unknown', true],
    ['standard', { status: null, problem: 'address-not-allowed' }, 'fix-client', 'address-not-allowed', true],
    ['standard', { status: 200, problem: 'answer-unreadable' }, 'retry-later', 'answer-unreadable', true],
  ] as const)('%s: %j is %s (%s, certain: %s)', (provider, signs, expected, code, certain) => {
    expect(classifyTokenFailure(provider, signs)).toEqual({ class: expected, code, certain });
  });

  it('never holds trouble on the way against a grant, whatever the body says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('microsoft', 'google', 'standard'),
        fc.constantFrom(null, 408, 429, 500, 502, 503, 504),
        fc.record({
          error: fc.constantFrom('invalid_grant', 'invalid_client', 'access_denied', undefined),
          errorCodes: fc.constantFrom([50173], [7000222], [53003], undefined),
          suberror: fc.constantFrom('bad_token', undefined),
        }),
        (provider, status, body) => {
          expect(classifyTokenFailure(provider, { status, ...body }).class).toBe('retry-later');
        },
      ),
    );
  });
});

import { aadsts, microsoftError } from './aadsts.js';
import { codeOf } from './microsoft-answers.js';

it.each<[string, string, boolean, number]>([
  ['invalid_grant', 'refresh token not found', true, 50173],
  ['invalid_grant', 'refresh token not found', false, 9002313],
  ['invalid_grant', 'refresh token is expired', false, 700082],
  ['invalid_grant', 'grant not found', false, 50173],
  ['invalid_grant', 'grant is expired', false, 50173],
  ['invalid_grant', 'authorization code already consumed', false, 54005],
  ['invalid_grant', 'authorization code is expired', false, 70008],
  ['invalid_grant', 'PKCE verification failed', false, 501481],
  ['invalid_grant', 'client mismatch', false, 70000],
  ['invalid_client', 'client not found', false, 700016],
  ['invalid_client', 'could not authenticate the client - its client secret is expired', false, 7000222],
  ['invalid_client', 'invalid secret provided', false, 7000215],
  [
    'invalid_client',
    'the provided authentication mechanism does not match the registered client authentication method',
    false,
    7000218,
  ],
  ['invalid_client', 'client assertion tokens must only be used once', false, 700027],
  ['invalid_scope', 'requested scope is not allowed', false, 70011],
  ['unsupported_grant_type', 'unsupported grant_type requested', false, 70003],
  ['authorization_pending', 'authorization request is still pending', false, 70016],
  ['expired_token', 'device code is expired', false, 70020],
  ['access_denied', 'the resource owner denied the request', false, 65004],
  ['invalid_grant', 'device code not found', false, 70018],
  ['invalid_request', 'missing required parameter(s)', false, 900144],
])('calls %s (%s) by its number', (error, error_detail, revoked, code) => {
  expect(codeOf({ error, error_detail } as never, revoked)).toBe(code);
});

it('lets what was asked for win over what is usual', () => {
  const { status, body } = microsoftError(65001, { error: 'interaction_required', status: 401 });
  expect([status, body.error, body.suberror, body.error_codes]).toEqual([
    401,
    'interaction_required',
    'consent_required',
    [65001],
  ]);
  expect(microsoftError(12345).body).toMatchObject({ error: 'invalid_grant', error_codes: [12345] });
});

it('puts the number first, and the identifiers behind the sentence', () => {
  const stamps = { trace_id: 't', correlation_id: 'c', timestamp: '2026-02-02 10:00:00Z' };
  expect(aadsts(50173, 'It is over.', stamps)).toBe(
    'AADSTS50173: It is over. Trace ID: t Correlation ID: c Timestamp: 2026-02-02 10:00:00Z',
  );
});

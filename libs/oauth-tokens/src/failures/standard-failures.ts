import { failureTable } from './token-failure.js';

/**
 * `error` of RFC 6749 section 5.2, OpenID Connect Core section 3.1.2.6, RFC 8628 section 3.5 (device codes) and RFC 8707;
 * `invalid_grant` is not here: it is uncertain.
 */
export const standardFailures = failureTable({
  reconnect: [
    'interaction_required',
    'login_required',
    'account_selection_required',
    'consent_required',
    'unmet_authentication_requirements',
    'access_denied',
    'authorization_declined',
    'expired_token',
  ],
  'fix-client': [
    'invalid_client',
    'unauthorized_client',
    'invalid_request',
    'invalid_scope',
    'invalid_resource',
    'invalid_target',
    'unsupported_grant_type',
    'unsupported_response_type',
    'bad_verification_code',
  ],
  'retry-later': ['temporarily_unavailable', 'server_error', 'authorization_pending', 'slow_down'],
});

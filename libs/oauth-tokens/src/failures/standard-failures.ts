import { failureTable } from './token-failure.js';

/** `error` of RFC 6749 section 5.2 and OpenID Connect Core section 3.1.2.6; `invalid_grant` is not here: it is uncertain. */
export const standardFailures = failureTable({
  reconnect: ['interaction_required', 'login_required', 'consent_required', 'access_denied'],
  'fix-client': [
    'invalid_client',
    'unauthorized_client',
    'invalid_request',
    'invalid_scope',
    'invalid_resource',
    'invalid_target',
    'unsupported_grant_type',
  ],
  'retry-later': ['temporarily_unavailable', 'server_error', 'slow_down'],
});

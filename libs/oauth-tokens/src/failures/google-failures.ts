import { failureTable } from './token-failure.js';

/** Google's own words. Every death of a grant is a plain `invalid_grant` there, so those need a second look. */
export const googleFailures = failureTable({
  'ask-admin': ['admin_policy_enforced'],
  'fix-client': ['deleted_client', 'redirect_uri_mismatch', 'org_internal', 'disabled_client'],
  'retry-later': ['internal_failure', 'rate_limit_exceeded'],
});

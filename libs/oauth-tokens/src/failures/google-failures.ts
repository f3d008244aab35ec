import { failureTable } from './token-failure.js';

/** Google's own words. Every death of a grant is a plain `invalid_grant` there, so those need a second look. */
export const googleFailures = failureTable({
  'ask-admin': ['admin_policy_enforced'],
  'fix-client': ['deleted_client', 'redirect_uri_mismatch', 'org_internal', 'disabled_client'],
  'retry-later': ['internal_failure', 'rate_limit_exceeded'],
});

/** `error_subtype` beside `invalid_grant`: session control of the Workspace wants a fresh sign-in. */
export const googleSubtypes = failureTable({ reconnect: ['invalid_rapt', 'rapt_required'] });

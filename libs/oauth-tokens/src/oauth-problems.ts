import { problemFamily, type ProblemKind } from '@mailroom/kernel';

/** Codes of everything that can go wrong between an admin, a provider and a token. */
export const oauthProblemKinds = {
  'client-not-found': 'not-found',
  'client-name-taken': 'conflict',
  'client-in-use': 'conflict',
  'client-not-valid': 'conflict',
  'secret-id-pasted': 'invalid',
  'secret-required-for-new-origin': 'invalid',
  'secrets-full': 'conflict',
  'secret-not-found': 'not-found',
  'certificate-not-for-client': 'conflict',
  'certificate-not-found': 'not-found',
  'key-file-invalid': 'invalid',
  'key-for-another-endpoint': 'invalid',
  'key-not-for-flow': 'invalid',
  'endpoint-needs-https': 'invalid',
  'endpoint-missing': 'invalid',
  'endpoint-not-for-flow': 'invalid',
  'refresh-endpoint-elsewhere': 'invalid',
  'tenant-required': 'invalid',
  'flow-fixed': 'invalid',
  'identity-fixed': 'invalid',
  'parameter-reserved': 'invalid',
  'discovery-failed': 'refused',

  'authorization-not-found': 'not-found',
  'state-unknown': 'refused',
  'state-used': 'refused',
  'state-expired': 'refused',
  'other-browser': 'refused',
  'actor-not-allowed': 'forbidden',
  'consent-denied': 'refused',
  'provider-refused': 'refused',
  'code-missing': 'refused',
  'issuer-mismatch': 'refused',
  'exchange-failed': 'refused',
  'identity-missing': 'refused',
  'identity-not-for-us': 'refused',
  'another-identity': 'refused',
  'scope-missing': 'refused',
  'refresh-token-missing': 'refused',

  'token-not-found': 'not-found',
  'token-in-use': 'conflict',
  'token-needs-reconnect': 'refused',
  'token-needs-admin': 'refused',
  'client-needs-fixing': 'refused',
  'token-refresh-delayed': 'busy',
} as const satisfies Record<string, ProblemKind>;

/** Makes a problem of this lib. */
export const oauthProblem = problemFamily(oauthProblemKinds);

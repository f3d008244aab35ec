import { problemFamily, type ProblemKind } from '@mailroom/kernel';

/** Everything that can go wrong between an admin, an invoker or a webhook and a remote web service, by name. */
export const webServicesProblemKinds = {
  'invoker-not-found': 'not-found',
  'invoker-name-taken': 'conflict',
  'invoker-paused': 'conflict',
  'invoker-token-required': 'invalid',
  'invoker-token-unknown': 'invalid',
  'invoker-token-needed-again': 'invalid',
  'header-value-required': 'invalid',
  'header-needed-again': 'invalid',
  'header-reserved': 'invalid',
  'header-twice': 'invalid',
  'access-token-not-placed': 'invalid',
  'access-token-misplaced': 'invalid',
  'template-malformed': 'invalid',
  'path-template-invalid': 'invalid',
  'body-template-not-json': 'invalid',
  'body-not-with-get': 'invalid',
  'ca-certificate-invalid': 'invalid',
  'base-url-needs-https': 'invalid',

  'template-value-missing': 'invalid',
  'template-value-refused': 'invalid',
  'payload-not-json': 'invalid',

  'webhook-not-found': 'not-found',
  'webhook-message-not-found': 'not-found',
  'webhooks-too-many': 'conflict',
  'webhook-redirected': 'refused',
  'webhook-refused': 'refused',
  'webhook-gone': 'refused',
} as const satisfies Record<string, ProblemKind>;

/** Makes a problem of this lib. */
export const webServicesProblem = problemFamily(webServicesProblemKinds);

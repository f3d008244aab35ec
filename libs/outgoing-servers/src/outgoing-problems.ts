import { problemFamily, type ProblemKind } from '@mailroom/kernel';

/** Everything that can go wrong with sending mail, by name. */
export const outgoingProblemKinds = {
  'server-not-found': 'not-found',
  'server-is-personal': 'invalid',
  'personal-servers-full': 'conflict',
  'personal-server-archived': 'conflict',
  'too-many-test-mails': 'busy',
  'check-is-running': 'busy',
  'server-has-mail': 'conflict',
  'server-order-stale': 'conflict',
  'server-incomplete': 'conflict',
  'server-not-live': 'conflict',
  'test-sender-missing': 'invalid',
  'server-state-refused': 'conflict',
  'login-missing': 'invalid',
  'password-not-with-token': 'invalid',
  'password-needed-again': 'invalid',
  'token-needed-again': 'invalid',
  'token-unknown': 'invalid',
  'login-no-mailbox': 'invalid',
  'microsoft-needs-starttls': 'invalid',
  'google-needs-tls': 'invalid',
  'fallback-not-for-all': 'invalid',
  'provider-keeps-sent': 'invalid',
  'from-filter-invalid': 'invalid',
  'sender-policy-invalid': 'invalid',

  'draft-invalid': 'invalid',
  'header-not-allowed': 'invalid',
  'mail-too-large': 'invalid',
  'mail-not-composable': 'invalid',
  'mail-not-found': 'not-found',
  'mail-already-sent': 'conflict',
  'mail-is-leaving': 'conflict',
  'outbox-busy': 'conflict',

  'sent-copy-failed': 'refused',
  'sent-copy-not-failed': 'conflict',

  'no-server-for-sender': 'refused',
  'named-server-unavailable': 'refused',
  'sending-interrupted': 'unreachable',
  'delivery-uncertain': 'unreachable',
  'delivery-expired': 'unreachable',

  'server-unreachable': 'unreachable',
  'server-too-slow': 'unreachable',
  'server-connection-lost': 'unreachable',
  'server-certificate-refused': 'refused',
  'server-certificate-changed': 'refused',
  'server-speaks-no-tls': 'refused',
  'starttls-not-offered': 'refused',
  'server-busy': 'busy',
  'server-paced': 'busy',
  'server-answer-strange': 'refused',
  'sign-in-refused': 'refused',
  'sign-in-delayed': 'busy',
  'smtp-sign-in-disabled': 'refused',
  'password-sign-in-ended': 'refused',
  'application-password-needed': 'refused',
  'sending-limit-reached': 'busy',
  'sender-not-allowed': 'refused',
  'sender-refused': 'refused',
  'recipients-refused': 'refused',
  'recipients-delayed': 'busy',
  'mail-refused': 'refused',
  'mail-delayed': 'busy',
  'mail-too-large-for-server': 'refused',
} as const satisfies Record<string, ProblemKind>;

/** Codes of this lib. */
export type OutgoingProblemCode = keyof typeof outgoingProblemKinds;

/** Makes a problem of this lib. */
export const outgoingProblem = problemFamily(outgoingProblemKinds);

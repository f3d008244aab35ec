import { problemFamily, type ProblemKind } from '@mailroom/kernel';

/** Everything that can go wrong with fetching mail, by name. */
export const mailAccountProblemKinds = {
  'account-not-found': 'not-found',
  'delivery-not-found': 'not-found',
  'raw-mail-forgotten': 'not-found',
  'delivery-not-replayable': 'conflict',
  'mailbox-unreachable': 'unreachable',
  'mailbox-connection-lost': 'unreachable',
  'mailbox-too-slow': 'unreachable',
  'mailbox-login-refused': 'refused',
  'mailbox-folder-missing': 'refused',
  'mailbox-throttled': 'busy',
  'mailbox-busy': 'busy',
  'mailbox-answer-refused': 'refused',
  'mail-missing-from-answer': 'refused',
  'session-lost': 'conflict',
  'session-ended': 'conflict',
  'database-trouble': 'busy',
  'handler-failed': 'internal',
  unparsable: 'invalid',
} as const satisfies Record<string, ProblemKind>;

/** Makes a problem of this lib. */
export const mailAccountProblem = problemFamily(mailAccountProblemKinds);

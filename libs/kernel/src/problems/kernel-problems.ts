import { problemFamily, type ProblemKind } from './problem.js';

/** Codes of problems that belong to no single lib. */
export const kernelProblemKinds = {
  'invalid-input': 'invalid',
  'sign-in-required': 'unauthenticated',
  'not-allowed': 'forbidden',
  'foreign-origin': 'forbidden',
  'json-required': 'invalid',
  'secret-unreadable': 'internal',
  'encryption-key-missing': 'internal',
  'page-not-found': 'not-found',
  'address-invalid': 'invalid',
  'address-not-allowed': 'refused',
  'host-unknown': 'unreachable',
  'host-unreachable': 'unreachable',
  'host-certificate-refused': 'refused',
  'answer-too-large': 'refused',
  'deadline-exceeded': 'unreachable',
  'database-busy': 'busy',
  'setting-unknown': 'not-found',
  'setting-read-only': 'conflict',
  'public-url-unusable': 'invalid',
  'schedule-module-missing': 'internal',
  'csv-invalid': 'invalid',
  'file-not-recognised': 'invalid',
  'file-holds-clients': 'invalid',
  'file-has-too-many-rows': 'invalid',
  'row-is-there-twice': 'invalid',
  'row-incomplete': 'invalid',
  'row-value-unknown': 'invalid',
  'page-sessions-off': 'not-found',
  'page-code-unusable': 'unauthenticated',
  'changed-meanwhile': 'outdated',
  'caller-gone': 'busy',
  unexpected: 'internal',
} as const satisfies Record<string, ProblemKind>;

/** Makes a problem of the kernel. */
export const kernelProblem = problemFamily(kernelProblemKinds);

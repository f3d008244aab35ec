import { problemFamily, type ProblemKind } from '@mailroom/kernel';

/** Codes of problems with banners. */
export const notificationsProblemKinds = {
  'too-many-listeners': 'busy',
  'banner-not-found': 'not-found',
} as const satisfies Record<string, ProblemKind>;

/** Makes a problem of this lib. */
export const notificationsProblem = problemFamily(notificationsProblemKinds);

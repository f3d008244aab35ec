import { Problem } from '@mailroom/kernel';
import { databaseTrouble } from '../deliveries/blame.js';
import { classifyMailFailure } from '../imap/fetch-failure.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';

/**
 * How a session ended. `polled`: done until the next poll. `ended`: its token or the server ended it as planned, it
 * goes on in a new session. `handed-back`: for another instance. `lost`: somebody else holds the account by now, or it
 * was changed. `failed`: `problem` says why.
 */
export type SessionEnding =
  | { readonly kind: 'polled' | 'ended' | 'handed-back' | 'lost' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What a throw means. Whatever breaks after a session was told to stop is no failure: we hung up ourselves. */
export function endingOf(error: unknown, stopped: { readonly aborted: boolean }): SessionEnding {
  if (error instanceof Problem && error.code === 'session-lost') return { kind: 'lost' };
  if (stopped.aborted) return { kind: 'handed-back' };
  return { kind: 'failed', problem: problemOf(error) };
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (databaseTrouble(error)) {
    return mailAccountProblem('database-trouble', { disposition: 'retry-later', cause: error });
  }
  return classifyMailFailure(error);
}

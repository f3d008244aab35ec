import { Problem } from '@mailroom/kernel';
import { databaseTrouble } from '../deliveries/blame.js';
import { classifyMailFailure } from '../imap/fetch-failure.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';

/**
 * How a session ended. `polled`: done until the next poll; with `drained` everything was fetched, and nothing of that is
 * on the row yet. `ended`: its token or the server ended it as planned, it goes on in a new session. `dropped`: the
 * server ended it soon after it began. `handed-back`: for another instance. `lost`: somebody else holds the account by
 * now, or it was changed. `failed`: `problem` says why.
 */
export type SessionEnding =
  | { readonly kind: 'polled'; readonly drained?: Drain }
  | { readonly kind: 'ended' | 'dropped' | 'handed-back' | 'lost' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** A drain that went through, with what it could not do besides fetching. */
export interface Drain {
  readonly shortfall: Problem | null;
  /** It looked after so many wishes to fetch: those that came later are none of its. */
  readonly wanted: number;
  /** It found nothing. */
  readonly quiet: boolean;
}

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

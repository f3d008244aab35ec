import { Problem } from '@mailroom/kernel';
import { type OutgoingServer } from '../servers/outgoing-server.js';

/** Why mail waits for a server that is left alone: what it failed with last. */
export function restingProblem({
  failureCode,
  failureParams,
  failureDisposition,
}: Pick<OutgoingServer, 'failureCode' | 'failureParams' | 'failureDisposition'>): Problem {
  return new Problem(failureCode ?? 'server-busy', 'busy', {
    params: failureParams ?? {},
    disposition: failureDisposition ?? 'retry-later',
  });
}

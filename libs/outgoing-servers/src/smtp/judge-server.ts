import { type TLSSocket } from 'node:tls';
import { certificateVerdict, tlsFactsOf, type Problem, type TlsTrust } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';

/**
 * Is the server behind this socket believed? Null when it is; else problem
 * `server-certificate-changed` for another certificate than the pinned, `server-certificate-refused` for the rest. Both
 * name what was shown, so that an admin can compare it and trust it from then on.
 */
export function judgeServer(
  socket: TLSSocket,
  trust: TlsTrust,
  place: { readonly host: string; readonly port: number },
): Problem | null {
  const { certificate } = tlsFactsOf(socket);
  const { fault, ...shown } = certificate;
  const params = { ...place, ...shown };
  switch (certificateVerdict(trust, certificate)) {
    case 'believed':
      return null;
    case 'changed':
      return outgoingProblem('server-certificate-changed', { disposition: 'ask-admin', params });
    case 'invalid':
      return outgoingProblem('server-certificate-refused', {
        disposition: 'ask-admin',
        params: { ...params, reason: fault },
      });
  }
}

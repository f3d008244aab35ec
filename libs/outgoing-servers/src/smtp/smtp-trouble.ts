import { certificateFault, Problem } from '@mailroom/kernel';
import { outgoingProblem, type OutgoingProblemCode } from '../outgoing-problems.js';

const NOT_TLS = /^(EPROTO|ERR_SSL_)/;
const UNREACHABLE = new Set([
  'CONNECT_UNANSWERED',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
]);
const ADMIN = new Set<OutgoingProblemCode>(['server-certificate-refused', 'server-speaks-no-tls']);

/** What went wrong with a connection: the problem of the server's own answer, else what the network said. */
export function troubleWith(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { code } = (error ?? {}) as { code?: string };
  const named = certificateFault(error) === null ? networkCode(code ?? '') : 'server-certificate-refused';
  return outgoingProblem(named, {
    disposition: ADMIN.has(named) ? 'ask-admin' : 'retry-later',
    ...(code === undefined ? {} : { params: { reason: code } }),
    cause: error,
  });
}

function networkCode(code: string): OutgoingProblemCode {
  if (NOT_TLS.test(code)) return 'server-speaks-no-tls';
  if (code === 'ETIMEDOUT') return 'server-too-slow';
  return UNREACHABLE.has(code) ? 'server-unreachable' : 'server-connection-lost';
}

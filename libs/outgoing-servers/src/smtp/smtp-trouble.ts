import { Problem } from '@mailroom/kernel';
import { outgoingProblem, type OutgoingProblemCode } from '../outgoing-problems.js';
import { parseReply } from './reply.js';
import { replyProblem, type Moment } from './reply-problem.js';

/** The fields of a nodemailer error that mean something. */
export interface SmtpError {
  readonly code?: string | undefined;
  readonly originalCode?: string | undefined;
  readonly response?: unknown;
  readonly command?: string | undefined;
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|HOSTNAME_MISMATCH/;
const NOT_TLS = /^(EPROTO|ERR_SSL_)/;
const UNREACHABLE = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'EADDRNOTAVAIL']);
const ADMIN = new Set<OutgoingProblemCode>([
  'server-certificate-refused',
  'server-speaks-no-tls',
  'starttls-not-offered',
]);

/** What went wrong with a connection: the server's own answer where it gave one, else what the network said. */
export function troubleWith(error: unknown, moment: Moment): Problem {
  if (error instanceof Problem) return error;
  const { code, originalCode, response, command } = (error ?? {}) as SmtpError;
  const upgradeRefused = code === 'ETLS' && command === 'STARTTLS' && typeof response === 'string';
  if (typeof response === 'string' && !upgradeRefused) return replyProblem(parseReply(response), moment);
  const named = upgradeRefused ? 'starttls-not-offered' : networkCode(code, originalCode);
  const disposition = ADMIN.has(named) ? 'ask-admin' : 'retry-later';
  const reason = originalCode ?? code;
  return outgoingProblem(named, {
    disposition,
    ...(reason === undefined ? {} : { params: { reason } }),
    cause: error,
  });
}

function networkCode(code = '', originalCode = ''): OutgoingProblemCode {
  if (CERTIFICATE.test(originalCode)) return 'server-certificate-refused';
  if (NOT_TLS.test(originalCode)) return 'server-speaks-no-tls';
  if (code === 'ETIMEDOUT' || originalCode === 'ETIMEDOUT') return 'server-too-slow';
  return UNREACHABLE.has(originalCode) ? 'server-unreachable' : 'server-connection-lost';
}

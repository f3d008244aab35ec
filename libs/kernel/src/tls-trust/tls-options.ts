import { isIP } from 'node:net';
import {
  createSecureContext,
  getCACertificates,
  type ConnectionOptions,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import { shownCertificate, type ShownCertificate } from './shown-certificate.js';
import { type TlsTrust } from './tls-trust.js';

/** By the list of authorities that is in force: a context for each connection would cost as much as its handshake. */
const CONTEXTS = new WeakMap<readonly string[], SecureContext>();

function publicContext(): SecureContext {
  // The very same list for as long as nobody sets another one.
  const authorities = getCACertificates('default');
  const context = CONTEXTS.get(authorities) ?? createSecureContext({ minVersion: 'TLSv1.2' });
  CONTEXTS.set(authorities, context);
  return context;
}

/**
 * How to speak TLS, at least 1.2, with the host that was typed. The verdict is not Node's but that of
 * `certificateVerdict`: Node throws the certificate away together with the socket it refuses, and
 * nobody could be shown what was offered.
 */
export function tlsOptions(servername: string, trust: TlsTrust): ConnectionOptions {
  const own =
    trust.kind === 'ca'
      ? { ca: trust.certificates, allowPartialTrustChain: true }
      : { secureContext: publicContext() };
  return {
    host: servername,
    // An address has no name to send along (RFC 6066 section 3); the certificate is then checked for the address.
    ...(isIP(servername) ? {} : { servername }),
    minVersion: 'TLSv1.2',
    rejectUnauthorized: false,
    ...own,
  };
}

/** What a handshake agreed on. */
export interface TlsFacts {
  readonly version: string;
  readonly certificate: ShownCertificate;
}

/** The handshake of a socket that has just become secure. */
export function tlsFactsOf(socket: TLSSocket): TlsFacts {
  const fault = socket.authorized ? null : faultOf(socket.authorizationError);
  return {
    version: socket.getProtocol() ?? '',
    certificate: shownCertificate(socket.getPeerCertificate(), fault),
  };
}

/** The handshake as facts of a check. */
export function tlsStepFacts({ version, certificate }: TlsFacts): Record<string, string> {
  const { fault, ...shown } = certificate;
  return { version, ...shown, ...(fault === null ? {} : { fault }) };
}

// Node keeps the code of what OpenSSL found, or its message where there is none.
function faultOf(error: Error | string | null): string {
  return typeof error === 'string' ? error : ((error as { code?: string } | null)?.code ?? 'UNKNOWN');
}

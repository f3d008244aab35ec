import { connect as connectTcp, isIP, type Socket } from 'node:net';
import {
  connect as connectTls,
  createSecureContext,
  getCACertificates,
  type ConnectionOptions,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import { type Destination } from '@mailroom/kernel';
import { judgeCertificate, shownCertificate, type TlsFacts } from './judge-certificate.js';
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

/** Whom a mail socket goes to, and whom it believes there. */
export interface MailPeer {
  readonly destination: Destination;
  readonly port: number;
  readonly tlsTrust: TlsTrust;
}

/** Connects to the checked address and to no other. Failures are 'error' events of the socket. */
export function openSocket({ destination, port }: MailPeer, connected: () => void): Socket {
  return connectTcp({ host: destination.address, port, family: destination.family }, connected);
}

/**
 * Speaks TLS over `under`, a connected socket, or over a connection of its own: at least 1.2 and under the name that was
 * typed. `secured` is called once the certificate is believed; until then nothing is sent. One that is not believed ends
 * the socket with the 'error' of `judgeCertificate`, a Problem.
 */
export function secureSocket(
  peer: MailPeer,
  under: Socket | null,
  secured: (facts: TlsFacts) => void,
): TLSSocket {
  const { address: host, family } = peer.destination;
  const where = under ? { socket: under } : { host, port: peer.port, family };
  const socket = connectTls({ ...tlsOptions(peer), ...where });
  socket.once('secureConnect', () => {
    const fault = socket.authorized ? null : faultOf(socket.authorizationError);
    const certificate = shownCertificate(socket.getPeerCertificate(), fault);
    const place = { host: peer.destination.servername, port: peer.port };
    const refusal = judgeCertificate(peer.tlsTrust, certificate, place);
    if (refusal) socket.destroy(refusal);
    else secured({ version: socket.getProtocol() ?? '', certificate });
  });
  return socket;
}

/**
 * How to speak TLS with a peer. The verdict is not Node's but that of `judgeCertificate`: Node throws the certificate
 * away together with the socket it refuses, and nobody could be shown what was offered.
 */
export function tlsOptions({ destination, tlsTrust }: MailPeer): ConnectionOptions {
  const own =
    tlsTrust.kind === 'ca'
      ? { ca: tlsTrust.certificates, allowPartialTrustChain: true }
      : { secureContext: publicContext() };
  return {
    host: destination.servername,
    // An address has no name to send along (RFC 6066 section 3); the certificate is then checked for the address.
    ...(isIP(destination.servername) ? {} : { servername: destination.servername }),
    minVersion: 'TLSv1.2',
    rejectUnauthorized: false,
    ...own,
  };
}

// Node keeps the code of what OpenSSL found, or its message where there is none.
function faultOf(error: Error | string | null): string {
  return typeof error === 'string' ? error : ((error as { code?: string } | null)?.code ?? 'UNKNOWN');
}

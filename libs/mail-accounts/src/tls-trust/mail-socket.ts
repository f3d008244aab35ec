import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { tlsFactsOf, tlsOptions, type Destination, type TlsFacts, type TlsTrust } from '@mailroom/kernel';
import { serverPlace } from '../mailbox/server-place.js';
import { judgeCertificate } from './judge-certificate.js';

/** Whom a mail socket goes to, and whom it believes there. */
export interface MailPeer {
  readonly destination: Destination;
  readonly port: number;
  readonly tlsTrust: TlsTrust;
}

/** Who has not taken a connection by then will not: a firewall drops it, and the system would try for minutes. */
const CONNECT_MS = 15_000;

/**
 * Connects to the checked address and to no other. Failures are 'error' events of the socket, `CONNECT_UNANSWERED` among
 * them where nobody takes or refuses the connection for 15 s.
 */
export function openSocket({ destination, port }: MailPeer, connected: () => void): Socket {
  return answering(connectTcp({ host: destination.address, port, family: destination.family }, connected));
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
  const { address: host, family, servername } = peer.destination;
  const where = under ? { socket: under } : { host, port: peer.port, family };
  const socket = connectTls({ ...tlsOptions(servername, peer.tlsTrust), ...where });
  if (!under) answering(socket);
  socket.once('secureConnect', () => {
    const facts = tlsFactsOf(socket);
    const place = serverPlace({ host: servername, port: peer.port });
    const refusal = judgeCertificate(peer.tlsTrust, facts.certificate, place);
    if (refusal) socket.destroy(refusal);
    else secured(facts);
  });
  return socket;
}

function answering<Connecting extends Socket>(socket: Connecting): Connecting {
  const unanswered = (): Error =>
    Object.assign(new Error('Nobody answers the connection'), { code: 'CONNECT_UNANSWERED' });
  const late = setTimeout(() => socket.destroy(unanswered()), CONNECT_MS);
  const settle = (): void => clearTimeout(late);
  return socket.once('connect', settle).once('close', settle);
}

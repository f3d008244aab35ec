import { Socket } from 'node:net';
import { type ImapTransport } from 'imapflow';
import { openSocket, secureSocket, type MailPeer } from '../tls-trust/mail-socket.js';

/** How imapflow reaches a server: by our sockets, so that the account's own trust is what counts. */
export function imapTransport(peer: MailPeer): ImapTransport {
  return {
    connect: ({ secure }, connected) =>
      secure ? secureSocket(peer, null, () => connected()) : openSocket(peer, connected),
    upgrade: (socket, _, secured) => {
      if (!(socket instanceof Socket)) throw new TypeError('only a socket of ours can be upgraded');
      return secureSocket(peer, socket, () => secured());
    },
  };
}

import { Socket } from 'node:net';
import { tlsStepFacts } from '@mailroom/kernel';
import { type ImapTransport } from 'imapflow';
import { foreignGreeting } from '../diagnosis/foreign-greeting.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type Reached } from '../mailbox/sign-in.js';
import { openSocket, secureSocket, type MailPeer } from '../tls-trust/mail-socket.js';

/**
 * How imapflow reaches a server: by our sockets, so that the account's own trust is what counts and every step can be
 * told. A server that greets in another protocol ends it with problem `mailbox-greeting-foreign`.
 */
export function imapTransport(peer: MailPeer, reached: Reached): ImapTransport {
  const secure = (under: Socket | null, secured: () => void): Socket =>
    secureSocket(peer, under, (facts) => {
      reached('encrypt', tlsStepFacts(facts));
      secured();
    });
  return {
    connect: (options, connected) => {
      const listening = (): void => {
        connected();
        socket.once('data', (first: Buffer) => refuseForeign(peer, socket, first));
      };
      const socket: Socket = options.secure ? secure(null, listening) : openSocket(peer, listening);
      socket.once('connect', () => reached('connect', { port: peer.port }));
      return socket;
    },
    upgrade: (socket, _, secured) => {
      if (!(socket instanceof Socket)) throw new TypeError('only a socket of ours can be upgraded');
      return secure(socket, secured);
    },
  };
}

function refuseForeign({ destination, port }: MailPeer, socket: Socket, first: Buffer): void {
  const protocol = foreignGreeting(first, 'IMAP');
  if (protocol === null) return;
  const params = { host: destination.servername, port, protocol };
  socket.destroy(mailAccountProblem('mailbox-greeting-foreign', { disposition: 'ask-admin', params }));
}

import { Socket } from 'node:net';
import { tlsStepFacts } from '@mailroom/kernel';
import { type ImapTransport } from 'imapflow';
import { serverPlace } from '../mailbox/server-place.js';
import { type Reached } from '../mailbox/sign-in.js';
import { openSocket, secureSocket, type MailPeer } from '../tls-trust/mail-socket.js';
import { judgeGreeting } from './judge-greeting.js';

/**
 * How imapflow reaches a server: by our sockets, so that the account's own trust is what counts and every step can be
 * told. A server that greets in another protocol, in none, or by turning us away with a code, ends it with the error of
 * `judgeGreeting`.
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
        readGreeting(peer, socket);
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

function readGreeting({ destination, port }: MailPeer, socket: Socket): void {
  const place = serverPlace({ host: destination.servername, port });
  let first: Buffer = Buffer.alloc(0);
  const read = (more: Buffer): void => {
    first = Buffer.concat([first, more]);
    const verdict = judgeGreeting(first, place);
    if (verdict === 'unfinished') return;
    socket.off('data', read);
    if (verdict) socket.destroy(verdict);
  };
  socket.on('data', read);
}

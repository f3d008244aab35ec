import { type Socket } from 'node:net';
import { tlsStepFacts } from '@mailroom/kernel';
import { type Security } from '../accounts/mail-account.js';
import { type Reached, type SignIn, type StepFacts } from '../mailbox/sign-in.js';
import { openSocket, secureSocket, type MailPeer } from '../tls-trust/mail-socket.js';
import { Pop3Client } from './pop3-client.js';
import { Pop3Failure, Pop3Refusal } from './pop3-reply.js';
import { Pop3Wire } from './pop3-wire.js';

const CONNECT_MS = 20_000;
const LONGEST_LIST = 1_000;

/**
 * Connects to the address that was checked and to no other, covered as `security` demands, and reads greeting and
 * capabilities (those of after STLS: what was announced in the clear may have been somebody else's word, RFC 2595 section
 * 4). `reached` is told of connect, encrypt and greeting when each is passed. `limit` gives it up.
 */
export async function connectPop3(
  peer: MailPeer,
  security: Security,
  limit: AbortSignal,
  reached: Reached = () => undefined,
  hear: SignIn['hear'] = null,
): Promise<Pop3Client> {
  const wire = new Pop3Wire(await open(peer, security, limit, reached), hear);
  const client = new Pop3Client(wire);
  await within(limit, client, async () => {
    await client.greeted();
    await client.askCapabilities();
    reached('greeting', greetingFacts(client));
    if (security === 'starttls') await upgrade(client, (under) => secure(peer, under, limit, reached), wire);
  });
  return client;
}

/** Does `work`. When `limit` aborts meanwhile, or the work fails, the connection is cut. */
export async function within(
  limit: AbortSignal,
  client: Pop3Client,
  work: () => Promise<void>,
): Promise<void> {
  const cut = (): void => client.close(new Pop3Failure('ABORT_ERR', 'Nobody waits any longer'));
  limit.addEventListener('abort', cut, { once: true });
  try {
    if (limit.aborted) cut();
    await work();
  } catch (error) {
    client.close();
    throw error;
  } finally {
    limit.removeEventListener('abort', cut);
  }
}

function greetingFacts({ capabilities }: Pop3Client): StepFacts {
  return { capabilities: [...capabilities.keys()].join(' ').slice(0, LONGEST_LIST) };
}

function open(peer: MailPeer, security: Security, limit: AbortSignal, reached: Reached): Promise<Socket> {
  if (security === 'tls') return secure(peer, null, limit, reached);
  return ready((done) => told(peer, openSocket(peer, done), reached), limit);
}

/** Speaks TLS over `under`, or over a connection of its own. */
function secure(peer: MailPeer, under: Socket | null, limit: AbortSignal, reached: Reached): Promise<Socket> {
  return ready((done) => {
    const socket = secureSocket(peer, under, (facts) => {
      reached('encrypt', tlsStepFacts(facts));
      done();
    });
    return under ? socket : told(peer, socket, reached);
  }, limit);
}

function told({ port }: MailPeer, socket: Socket, reached: Reached): Socket {
  return socket.once('connect', () => reached('connect', { port }));
}

async function upgrade(
  client: Pop3Client,
  secured: (under: Socket) => Promise<Socket>,
  wire: Pop3Wire,
): Promise<void> {
  await client.startTls().catch((error: unknown) => {
    if (error instanceof Pop3Refusal) throw new Pop3Failure('STARTTLS_MISSING', 'STLS was refused');
    throw error;
  });
  await wire.secure(secured);
  await client.askCapabilities();
}

// Resolves once `begin` says that it is done; a socket that fails before, or takes too long, is destroyed.
function ready(begin: (done: () => void) => Socket, limit: AbortSignal): Promise<Socket> {
  return new Promise<Socket>((resolve, reject) => {
    const give = (error: Error): void => {
      settle();
      socket.on('error', () => undefined).destroy();
      reject(error);
    };
    const late = setTimeout(
      () => give(new Pop3Failure('ETIMEDOUT', 'Connecting takes too long')),
      CONNECT_MS,
    );
    const aborted = (): void => give(new Pop3Failure('ABORT_ERR', 'Nobody waits any longer'));
    const closed = (): void => give(new Pop3Failure('EConnectionClosed', 'The server hung up'));
    const settle = (): void => {
      clearTimeout(late);
      limit.removeEventListener('abort', aborted);
      socket.off('error', give).off('close', closed);
    };
    const socket = begin(() => {
      settle();
      resolve(socket);
    });
    socket.once('error', give).once('close', closed);
    limit.addEventListener('abort', aborted, { once: true });
    if (limit.aborted) aborted();
  });
}

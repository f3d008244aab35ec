import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { type Destination } from '@mailroom/kernel';
import { type Security } from '../accounts/mail-account.js';
import { Pop3Client } from './pop3-client.js';
import { Pop3Failure, Pop3Refusal } from './pop3-reply.js';
import { Pop3Wire } from './pop3-wire.js';

const CONNECT_MS = 20_000;

/** Where to, and how covered. */
export interface Pop3Place {
  readonly port: number;
  readonly security: Security;
}

/**
 * Connects to the address that was checked and to no other, with TLS as the account demands it (certificates verified
 * for the name that was resolved, RFC 2595 section 4 for STLS), and reads greeting and capabilities. `connected` is
 * called in between, when the connection stands. `limit` gives it up.
 */
export async function connectPop3(
  destination: Destination,
  { port, security }: Pop3Place,
  limit: AbortSignal,
  connected: () => void = () => undefined,
): Promise<Pop3Client> {
  const wire = new Pop3Wire(await open(destination, port, security, limit));
  const client = new Pop3Client(wire);
  connected();
  await within(limit, client, async () => {
    await client.greeted();
    await client.askCapabilities();
    if (security === 'starttls') await upgrade(client, wire, destination);
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

async function open(
  { address, servername }: Destination,
  port: number,
  security: Security,
  limit: AbortSignal,
): Promise<Socket> {
  const place = { host: address, port };
  return security === 'tls'
    ? ready(connectTls({ ...place, ...verified(servername) }), 'secureConnect', limit)
    : ready(connectTcp(place), 'connect', limit);
}

async function upgrade(client: Pop3Client, wire: Pop3Wire, { servername }: Destination): Promise<void> {
  await client.startTls().catch((error: unknown) => {
    if (error instanceof Pop3Refusal) throw new Pop3Failure('STARTTLS_MISSING', 'STLS was refused');
    throw error;
  });
  await wire.secure((socket) => ready(connectTls({ socket, ...verified(servername) }), 'secureConnect'));
  // What was announced in the clear may have been somebody else's word (RFC 2595 section 4).
  await client.askCapabilities();
}

// An address has no name to send along (RFC 6066 section 3); the certificate is then checked for the address.
function verified(servername: string): ConnectionOptions {
  const name = isIP(servername) ? { host: servername } : { servername };
  return { ...name, minVersion: 'TLSv1.2', rejectUnauthorized: true };
}

function ready<S extends Socket | TLSSocket>(
  socket: S,
  event: 'connect' | 'secureConnect',
  limit?: AbortSignal,
): Promise<S> {
  return new Promise<S>((resolve, reject) => {
    const give = (error: Error): void => {
      done();
      socket.on('error', () => undefined).destroy();
      reject(error);
    };
    const late = setTimeout(
      () => give(new Pop3Failure('ETIMEDOUT', 'Connecting takes too long')),
      CONNECT_MS,
    );
    const aborted = (): void => give(new Pop3Failure('ABORT_ERR', 'Nobody waits any longer'));
    const closed = (): void => give(new Pop3Failure('EConnectionClosed', 'The server hung up'));
    const done = (): void => {
      clearTimeout(late);
      limit?.removeEventListener('abort', aborted);
      socket.off('error', give).off('close', closed);
    };
    socket.once('error', give).once('close', closed);
    socket.once(event, () => {
      done();
      resolve(socket);
    });
    limit?.addEventListener('abort', aborted, { once: true });
    if (limit?.aborted) aborted();
  });
}

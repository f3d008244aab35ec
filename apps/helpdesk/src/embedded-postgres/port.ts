import { createServer } from 'node:net';

const LOWEST = 20_000;
const HIGHEST = 32_767;

/** Free: nobody listens there. Taken: somebody does, or we may not. */
export async function isFree(port: number): Promise<boolean> {
  return (await listenOnce(port).catch(() => 0)) > 0;
}

/**
 * Free for what browsers call localhost: a server that listens on ::1 alone leaves 127.0.0.1 free and gets the visitors.
 * A machine without IPv6 has no such server.
 */
export async function isFreeOnLocalhost(port: number): Promise<boolean> {
  const takenBySix = await listenOnce(port, '::1').then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'EADDRINUSE',
  );
  return !takenBySix && (await isFree(port));
}

/**
 * A port on 127.0.0.1 that nobody uses right now. Below those that systems give to outgoing connections (Linux: from
 * 32,768), so that none of these takes it before it is put to use.
 */
export async function anyFreePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (await isFreeOnLocalhost(port)) return port;
  }
  return listenOnce(0);
}

function listenOnce(port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

import { createServer } from 'node:net';

/** Free: nobody listens there. Taken: somebody does, or we may not. */
export async function isFree(port: number): Promise<boolean> {
  return (await listenOnce(port).catch(() => 0)) > 0;
}

/** A port on 127.0.0.1 that nobody uses right now. */
export function anyFreePort(): Promise<number> {
  return listenOnce(0);
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port));
    });
  });
}

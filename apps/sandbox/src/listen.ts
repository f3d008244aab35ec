import { type AddressInfo, type Server } from 'node:net';

/** A port that somebody else has; the message names what to set instead. */
export class PortTaken extends Error {
  constructor(port: number, setting: string) {
    super(`Port ${port} is taken. Set ${setting} to a free port (0 picks one).`);
  }
}

/** Listens on 127.0.0.1 and answers the port. Throws {@link PortTaken} naming `setting` when it is in use. */
export async function listen(server: Server, port: number, setting: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port, setting) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

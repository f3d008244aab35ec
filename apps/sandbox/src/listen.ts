import { type AddressInfo, type Server } from 'node:net';

/** The message names what to set instead. */
class PortTaken extends Error {
  constructor(port: number, setting: string) {
    super(`Port ${port} is taken. Set ${setting} to a free port (0 picks one).`);
  }
}

/** Listens on 127.0.0.1 and answers the port. Rejects with a sentence naming `setting` when somebody else has the port. */
export async function listen(server: Server, port: number, setting: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port, setting) : error),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

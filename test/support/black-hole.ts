import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** So many connections lie in the queue of a listener with a backlog of one before the system drops who else knocks. */
const QUEUE = 2;
const LISTENER = `
  const server = require('node:net').createServer();
  server.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => console.log(server.address().port));`;

/** A port that answers nothing, not even with a refusal: as behind a firewall that drops packets. Linux only. */
export class BlackHole {
  private constructor(
    readonly port: number,
    private readonly listener: ChildProcess,
    private readonly queued: readonly Socket[],
  ) {}

  static async open(): Promise<BlackHole> {
    const listener = spawn(process.execPath, ['-e', LISTENER], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(createInterface(listener.stdout), 'line')) as [string];
    const port = Number(line);
    // It sleeps on purpose: nobody takes connections out of the queue any more.
    listener.kill('SIGSTOP');
    const queued: Socket[] = [];
    for (let place = 0; place < QUEUE; place += 1) queued.push(await knock(port));
    return new BlackHole(port, listener, queued);
  }

  close(): void {
    for (const socket of this.queued) socket.destroy();
    this.listener.kill('SIGKILL');
  }
}

async function knock(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

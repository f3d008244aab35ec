import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { anyFreePort } from '../../apps/helpdesk/src/embedded-postgres/port.js';
import { type KeyedCertificate } from './certificates.js';
import { privateFolder, removeWithServers } from './leftovers.mjs';
import { postfixMain, postfixMaster, type PostfixOptions } from './postfix-configuration.js';
import { findPostfix } from './programs.mjs';
import { until } from './until.js';

/** A suite that needs Postfix; where it cannot run, for it wants root, one loud line says so. */
export function describeWithPostfix(name: string, suite: () => void): void {
  const { problem } = findPostfix();
  if (problem === undefined) {
    describe(name, suite);
    return;
  }
  it(`is not run on this machine: ${name}`, () => {
    console.error(`>>> NOT RUN: ${name}: ${problem}`);
    expect(problem).toBeDefined();
  });
}

/** A running Postfix for submission: nobody relays without signing in. */
export class Postfix {
  private constructor(
    private readonly folder: string,
    /** Plain text, STARTTLS offered. */
    readonly port: number,
    /** TLS from the first byte. */
    readonly tlsPort: number,
    private readonly child: ChildProcess,
  ) {}

  /** Starts one of its own in a private folder on free ports; only root can. Ready for connections when this resolves. */
  static async start(options: PostfixOptions): Promise<Postfix> {
    const { program, problem, user } = findPostfix();
    if (!program || !user) throw new Error(`${problem}: see test/support/prepare-machine.mjs`);
    const folder = privateFolder('postfix');
    const [port, tlsPort] = [await anyFreePort(), await anyFreePort()];
    furnish(folder, user, postfixMain(folder, options), postfixMaster(port, tlsPort), options.certificate);
    const child = spawn(program, ['-c', folder, 'start-fg'], {
      cwd: folder,
      detached: true,
      stdio: 'ignore',
    });
    const postfix = new Postfix(folder, port, tlsPort, child);
    await until(() => greets(port), { timeoutMs: 30_000, what: 'Postfix to listen' });
    return postfix;
  }

  /** Ends it with all its processes and removes its folder. */
  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    if (this.child.pid && this.child.exitCode === null) {
      process.kill(-this.child.pid, 'SIGTERM');
      await gone;
    }
    removeWithServers(this.folder);
  }
}

function furnish(
  folder: string,
  user: { uid: number; gid: number },
  main: string,
  master: string,
  { certificate, key }: KeyedCertificate,
): void {
  // Its daemons give up being root and must still get through.
  chmodSync(folder, 0o755);
  for (const name of ['queue', 'data']) mkdirSync(join(folder, name), { mode: 0o755 });
  chownSync(join(folder, 'data'), user.uid, user.gid);
  const files = { 'main.cf': main, 'master.cf': master, 'certificate.pem': certificate, 'key.pem': key };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o644 });
  chmodSync(join(folder, 'key.pem'), 0o600);
  if (statSync(folder).uid !== 0) throw new Error('Postfix wants a folder of root');
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.setTimeout(2_000, () => socket.destroy());
    socket.once('data', () => {
      resolve(true);
      socket.end('QUIT\r\n');
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}

import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../support/until.js';
import { privateFolder } from '../support/leftovers.mjs';

const root = join(import.meta.dirname, '../..');
const INSTALL_MS = 300_000;
const run = promisify(execFile);

/**
 * The host of `host/` in a temporary folder of its own, installed by `npm ci` from its lockfile with the tarball of
 * `npm run pack:plugin`, and compiled. Nothing in it leads back to this repository. Answers the folder.
 */
export async function installHost(): Promise<string> {
  const folder = privateFolder('embedding');
  cpSync(join(import.meta.dirname, 'host'), folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  copyFileSync(join(root, `dist/nestjs-mailroom-${version}.tgz`), join(folder, 'nestjs-mailroom.tgz'));
  const inside = { cwd: folder, env: surroundings(), timeout: INSTALL_MS, maxBuffer: 1e8 };
  const flags = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['ci', ...flags], { ...inside, shell: process.platform === 'win32' });
  await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.'], inside);
  return folder;
}

/** Runs a command of the package in the host's folder; answers what it printed on stdout. */
export async function mailroomCommand(
  folder: string,
  words: readonly string[],
  env: object,
): Promise<string> {
  const program = join(folder, 'node_modules/.bin/mailroom');
  const { stdout } = await run(process.execPath, [program, ...words], {
    cwd: folder,
    env: { ...surroundings(), ...env },
    timeout: 60_000,
  });
  return stdout;
}

/** The host as a process of its own. */
export class FreshHost {
  private output = '';

  private constructor(
    private readonly child: ChildProcess,
    readonly origin: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    }
    const killToo = () => void child.kill('SIGKILL');
    process.once('exit', killToo);
    child.once('exit', () => process.off('exit', killToo));
  }

  /** Resolves once it listens on `port`. */
  static async start(folder: string, port: number, env: Record<string, string>): Promise<FreshHost> {
    const child = fork(join(folder, 'dist/main.js'), [], {
      cwd: folder,
      env: { ...surroundings(), ...env, PORT: String(port) },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const host = new FreshHost(child, `http://localhost:${port}`);
    await until(() => host.output.includes('ready') || child.exitCode !== null, {
      timeoutMs: 60_000,
      what: 'the host to start',
    });
    if (child.exitCode !== null) throw new Error(`the host ended: ${host.output}`);
    return host;
  }

  /** Asks below its prefix; JSON in and out where it is JSON. */
  async ask(method: string, path: string, { body, badge }: { body?: object; badge?: string } = {}) {
    const response = await fetch(`${this.origin}/backend/${path}`, {
      method,
      headers: {
        origin: this.origin,
        ...(badge === undefined ? {} : { 'x-badge': badge }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  }

  /** SIGTERM; answers its exit code, null for one that a signal ended. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode !== null) return this.child.exitCode;
    const ended = once(this.child, 'exit', { signal: AbortSignal.timeout(30_000) });
    this.child.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    return code;
  }
}

/** What a shell of its own would have: no flags and no settings of the run that we are in. */
function surroundings(): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME };
}

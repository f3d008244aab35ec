import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../support/until.js';
import { privateFolder } from '../support/leftovers.mjs';

const root = join(import.meta.dirname, '../..');
const hosts = join(import.meta.dirname, 'hosts');
const INSTALL_MS = 240_000;
const INSTALLS_AT_MOST = 3;
/** What all tries to install take at most, and the compiler after them, in ms. */
export const INSTALLED_MS = INSTALLS_AT_MOST * INSTALL_MS + 120_000;
const run = promisify(execFile);

/** What the tarball is called in each folder. */
export const TARBALL = 'nestjs-mailroom.tgz';

/** Hosts of one kind have the same dependencies and share an install. */
export type Kind = 'express' | 'fastify';

const HOSTS: Readonly<Record<Kind, (name: string) => boolean>> = {
  express: (name) => name !== 'fast-desk',
  fastify: (name) => ['fast-desk', 'desk', 'tsconfig.json'].includes(name),
};

// One kind looks into every declaration, ours among them; the other uses pg-boss itself, whose own have faults.
const TRUSTS_TYPES: Readonly<Record<Kind, 'true' | 'false'>> = { express: 'true', fastify: 'false' };

/**
 * The hosts of a kind in a temporary folder of their own, installed by `npm ci` from its lockfile with the tarball of
 * `npm run pack:plugin`, and compiled. Nothing in it leads back to this repository. Answers the folder.
 */
export async function installKind(kind: Kind): Promise<string> {
  const folder = folderFrom(join('kinds', kind));
  for (const name of readdirSync(hosts).filter(HOSTS[kind])) {
    cpSync(join(hosts, name), join(folder, name), { recursive: true });
  }
  // The one that is CommonJS has its own copy of what they share: compiled as its package.json says.
  if (kind === 'express') cpSync(join(hosts, 'desk'), join(folder, 'legacy-desk/desk'), { recursive: true });
  await install(folder);
  const inside = { cwd: folder, env: surroundings(), timeout: 120_000, maxBuffer: 1e8 };
  const compiler = ['node_modules/typescript/bin/tsc', '-p', '.', '--skipLibCheck', TRUSTS_TYPES[kind]];
  await run(process.execPath, compiler, inside).catch(showOutput);
  return folder;
}

/** `npm ci`, again when a registry is slow: what one try has fetched the next one finds in npm's cache. */
async function install(folder: string): Promise<void> {
  const flags = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const patience = ['--fetch-retries=5', '--fetch-retry-maxtimeout=20000', '--fetch-timeout=60000'];
  for (let tries = 1; ; tries += 1) {
    try {
      await npm(['ci', ...flags, ...patience], folder);
      return;
    } catch (error) {
      const { stderr = '' } = error as { stderr?: string };
      if (tries === INSTALLS_AT_MOST)
        throw new Error(`npm ci failed ${tries} times: ${stderr}`, { cause: error });
    }
  }
}

function npm(words: readonly string[], folder: string) {
  return run('npm', words, {
    cwd: folder,
    env: { ...surroundings(), ...wayToRegistry() },
    timeout: INSTALL_MS,
    maxBuffer: 1e8,
    shell: process.platform === 'win32',
  });
}

/** Where npm keeps what it fetched, and how it reaches its registry, as the shell around us has it. */
function wayToRegistry(): Record<string, string> {
  const names = /^(npm_config_(cache|registry|userconfig)|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS)$/i;
  const told = Object.entries(process.env).filter((pair): pair is [string, string] => names.test(pair[0]));
  return Object.fromEntries(told);
}

/** Installs those who judge packages, with the tarball beside them. Answers the folder. */
export async function installJudges(): Promise<string> {
  const folder = folderFrom('judges');
  await install(folder);
  return folder;
}

/** What a judge in `folder` says of the tarball; rejects with its findings. */
export async function judge(folder: string, tool: string, ...words: string[]): Promise<string> {
  const program = join(folder, 'node_modules/.bin', tool);
  const inside = { cwd: folder, env: surroundings(), timeout: 120_000 };
  const { stdout } = await run(process.execPath, [program, ...words], inside).catch(showFindings);
  return stdout;
}

function folderFrom(template: string): string {
  const folder = privateFolder('embedding');
  cpSync(join(import.meta.dirname, template), folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  copyFileSync(join(root, `dist/nestjs-mailroom-${version}.tgz`), join(folder, TARBALL));
  return folder;
}

function showFindings(error: Error & { stdout?: string }): never {
  throw new Error(`a judge has findings:\n${error.stdout ?? ''}`, { cause: error });
}

function showOutput(error: Error & { stdout?: string }): never {
  throw new Error(`the hosts do not compile:\n${error.stdout ?? ''}`, { cause: error });
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

/** A request to a host. An object as body goes as JSON; `type` says what other bodies are. */
export interface Question {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
  readonly type?: string;
}

/** What a host answered; `body` is parsed where it is JSON. */
export interface HostAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
}

/** A host as a process of its own. */
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

  /** Resolves once the host `name` in `folder` listens on `port`. */
  static async start(
    folder: string,
    name: string,
    port: number,
    env: Record<string, string>,
  ): Promise<FreshHost> {
    const child = fork(join(folder, name, 'main.js'), [], {
      cwd: folder,
      env: { ...surroundings(), ...env, PORT: String(port) },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const host = new FreshHost(child, `http://localhost:${port}`);
    // A line of its own: Nest tells of the route /readyz before anybody listens.
    await until(() => /^ready$/m.test(host.output) || child.exitCode !== null, {
      timeoutMs: 60_000,
      what: `${name} to start`,
    });
    if (child.exitCode !== null) throw new Error(`${name} ended: ${host.output}`);
    return host;
  }

  /** Everything that it has written to stdout and stderr. */
  get said(): string {
    return this.output;
  }

  async ask(method: string, path: string, question: Question = {}): Promise<HostAnswer> {
    const { headers = {}, body, type = 'application/json' } = question;
    const response = await fetch(`${this.origin}${path}`, {
      method,
      redirect: 'manual',
      headers: { origin: this.origin, ...(body === undefined ? {} : { 'content-type': type }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
    const text = await response.text();
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  /** SIGTERM; answers its exit code, null for one that a signal ended. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode;
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

import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { anyFreePort } from '../../apps/helpdesk/src/embedded-postgres/port.js';
import { until } from './until.js';

const main = fileURLToPath(new URL('../../dist/apps/helpdesk/src/main.js', import.meta.url));
const OUTPUT_KEPT = 20_000;
const ADMIN_PASSWORD = 'for the tests only';

/** What several processes of one helpdesk have in common: its database and its secrets. */
export interface Installation {
  readonly databaseUrl: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A helpdesk on a database of its own choosing, not started yet. */
export function installationOn(databaseUrl: string): Installation {
  const environment = {
    SANDBOX: 'off',
    ADMIN_PASSWORD,
    TRUSTED_NETWORKS: '127.0.0.0/8,::1/128',
    SESSION_SECRET: randomBytes(32).toString('base64url'),
    MAILROOM_KEYS: `test:${randomBytes(32).toString('base64')}`,
  };
  return { databaseUrl, environment };
}

/**
 * Starts the built helpdesk as a process of its own on a free port; ready for requests when this resolves. It is killed
 * with the test run. `execArgv` goes to Node.
 */
export async function startHelpdeskProcess(
  { databaseUrl, environment }: Installation,
  { execArgv = [] }: { execArgv?: readonly string[] } = {},
): Promise<HelpdeskProcess> {
  if (!existsSync(main)) throw new Error(`${main} is missing: run npm run build`);
  const port = await anyFreePort();
  // Nothing of ours but the way to programs: NODE_OPTIONS and settings of a developer stay outside.
  const { PATH } = process.env;
  const child = fork(main, [], {
    env: { PATH, ...environment, DATABASE_URL: databaseUrl, PORT: String(port) },
    execArgv: [...execArgv],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const helpdesk = new HelpdeskProcess(child, `http://localhost:${port}`);
  await helpdesk.ready();
  return helpdesk;
}

/** A helpdesk that runs beside us. */
export class HelpdeskProcess {
  readonly pid: number;
  /** Everything it printed lately. */
  output = '';
  private cookie = '';

  /** @internal use startHelpdeskProcess */
  constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
  ) {
    if (child.pid === undefined) throw new Error('the helpdesk could not be started');
    this.pid = child.pid;
    const listen = (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-OUTPUT_KEPT));
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    const killToo = () => void child.kill('SIGKILL');
    process.once('exit', killToo);
    child.once('exit', () => process.off('exit', killToo));
  }

  /** False once it ended, however it did. */
  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** A request to the admin API as the admin; answers the body. Throws on any status but 2xx. */
  async api<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.url}/mailroom/api/${path}`, {
      method,
      headers: { origin: this.url, cookie: this.cookie, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }

  /** SIGKILL: it gets no chance to tidy up. Resolves when it is gone. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** SIGTERM, as an operator does it; rejects when it is still there after 30 s. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** Resolves once it serves pages and we are signed in. @internal */
  async ready(): Promise<void> {
    try {
      const settled = async () => !this.isRunning || (await this.signIn());
      await until(settled, { timeoutMs: 60_000, what: 'the helpdesk to let us sign in' });
      if (!this.isRunning) throw new Error(`it ended with ${this.child.exitCode ?? this.child.signalCode}`);
    } catch (error) {
      await this.kill();
      throw new Error(`The helpdesk did not start: ${this.output}`, { cause: error });
    }
  }

  private async signIn(): Promise<boolean> {
    const response = await fetch(`${this.url}/sign-in`, {
      method: 'POST',
      headers: { origin: this.url },
      body: new URLSearchParams({ login: 'admin', password: ADMIN_PASSWORD, next: '/' }),
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
    });
    this.cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return response.status === 303;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (!this.isRunning) return;
    const gone = once(this.child, 'exit', { signal: AbortSignal.timeout(30_000) });
    this.child.kill(signal);
    await gone;
  }
}

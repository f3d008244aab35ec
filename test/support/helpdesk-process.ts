import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeEnvironment, nodeFlags } from '../../apps/helpdesk/node-flags.mjs';

const main = fileURLToPath(new URL('../../dist/apps/helpdesk/src/main.js', import.meta.url));
const ADMIN_PASSWORD = 'for the tests only';
const OUTPUT_KEPT = 20_000;
const READY_MS = 60_000;

/** What several processes of one helpdesk have in common: its database and its secrets. */
export interface Installation {
  readonly databaseUrl: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** A helpdesk with secrets of its own on this database, not started yet. */
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
 * with the test run. `name` is its application_name at the database, Node gets the flags and environment of `npm start`, and `execArgv`.
 */
export async function startHelpdeskProcess(
  { databaseUrl, environment }: Installation,
  { name = 'helpdesk', execArgv = [] }: { name?: string; execArgv?: readonly string[] } = {},
): Promise<HelpdeskProcess> {
  if (!existsSync(main)) throw new Error(`${main} is missing: run npm run build`);
  // Nothing of ours but the way to programs: NODE_OPTIONS and settings of a developer stay outside.
  const { PATH } = process.env;
  const child = fork(main, [], {
    env: { PATH, ...nodeEnvironment, ...environment, DATABASE_URL: databaseUrl, PGAPPNAME: name, PORT: '0' },
    execArgv: [...nodeFlags, ...execArgv],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const helpdesk = new HelpdeskProcess(child);
  await helpdesk.ready();
  return helpdesk;
}

/** A helpdesk that runs beside us. */
export class HelpdeskProcess {
  /** Everything it printed lately. */
  output = '';
  /** Where it is served. */
  url = '';
  private cookie = '';

  /** @internal use startHelpdeskProcess */
  constructor(private readonly child: ChildProcess) {
    const listen = (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-OUTPUT_KEPT));
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    const killToo = () => void child.kill('SIGKILL');
    process.once('exit', killToo);
    child.once('exit', () => process.off('exit', killToo));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** False once it ended, however it did. */
  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** A request to the admin API as the admin; answers the body. Throws on any status but 2xx. */
  async api<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await this.ask(method, `/mailroom/api/${path}`, {
      'content-type': 'application/json',
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }

  /** SIGKILL, sent before this returns: it gets no chance to tidy up. Resolves when it is gone. */
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
      this.url = await this.address();
      await this.signIn();
    } catch (error) {
      await this.kill();
      throw new Error(`The helpdesk did not start: ${this.output}`, { cause: error });
    }
  }

  private async address(): Promise<string> {
    const signal = AbortSignal.timeout(READY_MS);
    const over = new AbortController();
    const end = once(this.child, 'exit', { signal: over.signal }).then(([code]) => {
      throw new Error(`it ended with ${String(code)}`);
    });
    end.catch(() => undefined);
    const [{ url }] = (await Promise.race([once(this.child, 'message', { signal }), end])) as [
      { url: string },
    ];
    over.abort();
    return url;
  }

  private async signIn(): Promise<void> {
    const { status, headers } = await this.ask('POST', '/sign-in', {
      'content-type': 'application/x-www-form-urlencoded',
      body: new URLSearchParams({ login: 'admin', password: ADMIN_PASSWORD, next: '/' }).toString(),
    });
    if (status !== 303) throw new Error(`signing in answered ${status}`);
    this.cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
  }

  private ask(
    method: string,
    path: string,
    { body, ...headers }: { body: string | null; 'content-type': string },
  ): Promise<Response> {
    return fetch(this.url + path, {
      method,
      // The other side closes what was idle, perhaps just when the next request is on its way.
      headers: { origin: this.url, cookie: this.cookie, connection: 'close', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(60_000),
    });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (!this.isRunning) return;
    const gone = once(this.child, 'exit', { signal: AbortSignal.timeout(30_000) });
    this.child.kill(signal);
    await gone;
  }
}

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type RunningMailroom } from './mailroom.js';

const main = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));
const DEADLINE_MS = 60_000;

/** What a command left behind. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What goes in on stdin, and who hears what the command says while it runs. */
export interface Talk {
  readonly input?: string;
  readonly hears?: (text: string) => void;
  /** Where it is typed; in the folder that the specs run in, unless another is named. */
  readonly cwd?: string;
}

/**
 * Runs the built command line as a process of its own, with the helpdesk as its host, on the database of `mailroom` and
 * with the keys of its development ring, so that both open the same secrets. `changed` stands in its environment besides.
 */
export function commandLineOn(mailroom: RunningMailroom, changed: Readonly<Record<string, string>> = {}) {
  if (!existsSync(main)) throw new Error(`${main} is missing: run npm run build`);
  const { PATH, HOME } = process.env;
  const key = createHash('sha256').update('mailroom development key: protects nothing').digest('base64');
  const env = {
    PATH,
    HOME,
    DATABASE_URL: mailroom.database.url,
    PUBLIC_URL: mailroom.url,
    TRUSTED_NETWORKS: '127.0.0.0/8,::1/128',
    SESSION_SECRET: 'only for the specs of the command line',
    MAILROOM_KEYS: `development:${key}`,
    ...changed,
  };
  return (words: readonly string[], { input = '', hears, cwd }: Talk = {}) =>
    new Promise<Ran>((resolve) => {
      const child = execFile(
        process.execPath,
        [main, ...words],
        { env, cwd, timeout: DEADLINE_MS, maxBuffer: 1e8 },
        (error, stdout, stderr) => {
          const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
          resolve({ code, stdout, stderr });
        },
      );
      if (hears) child.stderr?.on('data', (chunk: Buffer) => hears(String(chunk)));
      child.stdin?.end(input);
    });
}

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { environmentWith } from '../settings/environment.js';

const PROGRAM = fileURLToPath(new URL('../../../sandbox/src/main.js', import.meta.url));
const READY_MS = 20_000;
const STOP_MS = 3_000;

const address = z.object({ host: z.string(), port: z.number() });
const readySchema = z.object({
  ready: z.literal(true),
  http: z.string(),
  control: z.string(),
  imap: address,
  pop3: address,
  smtp: address,
});

/** Where the sandbox listens. */
export type SandboxAddresses = z.infer<typeof readySchema>;

/** The mail provider to try with, in a process of its own. */
export interface RunningSandbox extends SandboxAddresses {
  stop(): Promise<void>;
}

/**
 * Starts the sandbox; it reads SANDBOX_*_PORT itself and keeps its people and mail in `stateFile`. Rejects with its
 * own last words, e.g. which port is taken. It leaves by itself when we are gone.
 */
export async function startSandbox(stateFile: string): Promise<RunningSandbox> {
  // Detached: Ctrl-C in the terminal must not take it away while we still close mailboxes on it.
  const child = fork(PROGRAM, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: environmentWith({ SANDBOX_STATE: stateFile }),
  });
  const words: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => words.push(text));
  const addresses = await readyLine(child, words);
  child.stderr?.removeAllListeners('data').pipe(process.stderr);
  return { ...addresses, stop: () => stop(child) };
}

async function readyLine(child: ChildProcess, words: readonly string[]): Promise<SandboxAddresses> {
  const signal = AbortSignal.timeout(READY_MS);
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  const line = once(lines, 'line', { signal }).then(([text]) => readySchema.parse(JSON.parse(String(text))));
  const end = once(child, 'close', { signal }).then(() => {
    throw new Error(`The sandbox did not start. ${words.join('').trim()} (SANDBOX=off starts without it.)`);
  });
  try {
    return await Promise.race([line, end]);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    end.catch(() => undefined);
    line.catch(() => undefined);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(timer);
}

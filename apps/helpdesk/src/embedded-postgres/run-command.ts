import { spawn } from 'node:child_process';

/** Whom a command runs as; empty means as ourselves. */
export interface Account {
  uid?: number;
  gid?: number;
}

/** How a command of the PostgreSQL distribution is run. */
export interface Surroundings {
  as: Account;
  cwd: string;
  deadlineMs: number;
}

/**
 * Runs one command in a session of its own, so that Ctrl-C in the terminal does not reach it or anything
 * it starts. Resolves with what it printed; rejects with its last words, or when the deadline passes.
 */
export function runCommand(
  file: string,
  args: readonly string[],
  surroundings: Surroundings,
): Promise<string> {
  const { as, cwd, deadlineMs } = surroundings;
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      ...as,
      env: environment(),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const hear = (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-8_000));
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    const alarm = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${file} was not done after ${deadlineMs} ms: ${printed.trim()}`));
    }, deadlineMs);
    child.once('error', (cause) => {
      clearTimeout(alarm);
      reject(new Error(`${file} cannot be run: ${cause.message}`, { cause }));
    });
    // A server that was just started may hold our pipes open for as long as it lives: success does not wait for 'close'.
    child.once('exit', (code) => {
      clearTimeout(alarm);
      if (code === 0) resolve(printed);
    });
    child.once('close', (code, signal) => {
      if (code !== 0)
        reject(new Error(`${file} ended with ${code ?? signal ?? 'no code'}: ${printed.trim()}`));
    });
  });
}

/**
 * For glibc's malloc (mallopt(3)); others take no notice. By itself it hands memory back to the system after every few rows
 * of a COPY and at the end of every statement, and the next one pays for the same pages again. Each process of the server
 * may keep 4 MB instead; with 2 MB the groups of an ingest still give back and take again.
 */
const ALLOCATOR = { MALLOC_TRIM_THRESHOLD_: '4194304', MALLOC_MMAP_THRESHOLD_: '4194304' };

/** Ours without the variables that change what PostgreSQL does or in which language it speaks. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...ALLOCATOR, ...Object.fromEntries(kept), LC_ALL: 'C' };
}

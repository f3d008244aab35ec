import { mkdtempSync, readFileSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './typescript-source.mjs';

const prefix = 'mailroom-test-postgres-';

/**
 * One PostgreSQL for one test run: no password, nothing survives a power cut, gone with the run. Its folder carries the
 * number of the process it belongs to, so that the next run can sweep away what a killed one left.
 */
export async function startTestPostgres() {
  sweep();
  const { startEmbeddedPostgres } =
    await import('../../apps/helpdesk/src/embedded-postgres/embedded-postgres.ts');
  const directory = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const server = await startEmbeddedPostgres({
    dataDirectory: join(directory, 'data'),
    durable: false,
    maxConnections: 250,
  });
  const stop = async () => {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  return { url: server.url('postgres'), stop };
}

function sweep() {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]);
    if (owner && !isAlive(owner)) discard(join(tmpdir(), name));
  }
}

function discard(directory) {
  const data = join(directory, 'data');
  try {
    const pid = Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10);
    // Only the postmaster stands in its data directory; a stranger may have inherited the number.
    if (readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)) process.kill(pid, 'SIGQUIT');
  } catch {
    // It went on its own. Where there is no /proc, it will as soon as it misses its data directory.
  }
  rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

import { readFile, readlink, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, isAlive } from './cluster.js';

/** What postmaster.pid says (its lines: src/include/utils/pidfile.h of PostgreSQL). */
interface LockFile {
  pid: number;
  port: number;
  status: string;
}

const beyondEveryPid = '2147483647';
const deadlineMs = 60_000;

/**
 * The port of the server that already works on this data directory, once it is ready; undefined when there is none
 * (any more). Waits for one that is starting, recovering or stopping.
 */
export async function runningServer(cluster: Cluster): Promise<number | undefined> {
  const end = performance.now() + deadlineMs;
  while (performance.now() < end) {
    const lock = await readLockFile(cluster.directory);
    if (!lock || !isAlive(lock.pid)) return undefined;
    if (!(await worksOn(lock.pid, cluster.directory))) return disown(cluster.directory);
    if (lock.status === 'ready') return lock.port;
    await pause(25);
  }
  throw new Error(
    `The PostgreSQL on ${cluster.directory} was neither ready nor gone after ${deadlineMs / 1000} s.`,
  );
}

async function readLockFile(directory: string): Promise<LockFile | undefined> {
  const lines = (await readFile(join(directory, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const [pid, , , port, , , , status = ''] = lines;
  return pid ? { pid: Number(pid), port: Number(port), status: status.trim() } : undefined;
}

/** A postmaster stands in its data directory. Where the system does not say, the lock file is believed. */
async function worksOn(pid: number, directory: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const stands = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return stands === (await realpath(directory));
}

/**
 * After a crash or reboot the number in the lock file can belong to a stranger, and PostgreSQL would refuse to start
 * beside it. A number no process can have lets PostgreSQL do its own check for survivors, which needs the other lines.
 */
async function disown(directory: string): Promise<undefined> {
  const path = join(directory, 'postmaster.pid');
  const text = await readFile(path, 'utf8').catch(() => '');
  if (text) await writeFile(path, text.replace(/^\d+/, beyondEveryPid));
}

import { mkdtempSync, readdirSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';

/**
 * A folder in the temp folder for a server of this test run. Its name carries the number of our process, so that a later
 * run can tell what a killed one left behind.
 */
export function privateFolder(kind) {
  return mkdtempSync(join(realpathSync(tmpdir()), `mailroom-test-${kind}-${process.pid}-`));
}

/** Ends the servers that runs which are no more left behind, and removes their folders. */
export function sweepLeftovers() {
  const folder = realpathSync(tmpdir());
  for (const name of readdirSync(folder)) {
    const owner = Number(/^mailroom-test-[a-z]+-(\d+)-/.exec(name)?.[1]);
    if (owner && !isAlive(owner)) attempt(() => removeWithServers(join(folder, name)));
  }
}

/** Kills what stands in the folder (both servers we start do) and removes it. */
export function removeWithServers(folder) {
  for (const pid of processesIn(folder)) attempt(() => process.kill(pid, 'SIGKILL'));
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/** By where a process stands, never by its name or a noted number: those can be somebody else's. Linux only. */
function processesIn(folder) {
  const pids = readNames('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => `${standsIn(pid)}${sep}`.startsWith(folder + sep));
}

function standsIn(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`).replace(/ \(deleted\)$/, '');
  } catch {
    return '';
  }
}

function readNames(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What is gone by now, or belongs to another user, is not ours to insist on. */
function attempt(work) {
  try {
    work();
  } catch {
    // Left to its owner.
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

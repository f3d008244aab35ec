import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, placeOf } from './cluster.js';
import { anyFreePort, isFree } from './port.js';
import { runCommand } from './run-command.js';
import { runningServer } from './running-server.js';

/** What a start may be told. */
export interface StartOptions {
  port?: number | undefined;
  durable: boolean;
  maxConnections?: number | undefined;
}

const logFile = 'server.log';
const portFile = 'mailroom-port';
const patienceSeconds = 60;

/**
 * Starts the server on the cluster and answers with its port. Tries a few times, because between looking for a free
 * port and using it somebody else may take it, another start may win, and the children of a killed server take a
 * moment to leave.
 */
export async function startServer(cluster: Cluster, options: StartOptions): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(cluster.directory, options.port);
    try {
      await pgCtlStart(cluster, port, options);
      await writeFile(join(cluster.directory, portFile), `${port}\n`);
      return port;
    } catch (error) {
      const other = await runningServer(cluster);
      if (other) return other;
      if (attempt === 4) throw await withLog(error, cluster.directory);
      await pause(250 * attempt);
    }
  }
}

/** Stops the server and waits until it is gone; one that is not running is fine. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const { data, ...place } = placeOf(cluster);
  const stop = (mode: string) =>
    runCommand(cluster.binaries.pgCtl, ['stop', '-D', data, '-m', mode, '-w', '-t', '20'], {
      ...place,
      deadlineMs: 25_000,
    });
  if (await runningServer(cluster)) await stop('fast').catch(() => stop('immediate'));
}

async function choosePort(directory: string, wanted: number | undefined): Promise<number> {
  if (wanted !== undefined) {
    if (await isFree(wanted)) return wanted;
    throw new Error(
      `Port ${wanted} on 127.0.0.1 is taken: set POSTGRES_PORT to a free one, or leave it out to get any.`,
    );
  }
  const last = Number(await readFile(join(directory, portFile), 'utf8').catch(() => ''));
  return last > 0 && (await isFree(last)) ? last : anyFreePort();
}

async function pgCtlStart(cluster: Cluster, port: number, options: StartOptions): Promise<void> {
  const { data, ...place } = placeOf(cluster);
  const log = join(cluster.directory, logFile);
  await rename(log, `${log}.old`).catch(() => undefined);
  const settings = serverSettings(port, options).map((setting) => `-c ${setting}`);
  const args = [
    'start',
    '-D',
    data,
    '-l',
    `${data}/${logFile}`,
    '-w',
    '-t',
    `${patienceSeconds}`,
    '-o',
    settings.join(' '),
  ];
  await runCommand(cluster.binaries.pgCtl, args, { ...place, deadlineMs: (patienceSeconds + 10) * 1_000 });
}

/**
 * For data that lies in the system's cache or on a disk without moving parts. With the 4 that PostgreSQL reckons with, a statement
 * prepared in the first minute of a helpdesk goes on reading whole tables, which are short by then, until they are analyzed.
 * Not where nothing must survive: the plans that tests look at are those of other people's servers, too.
 */
const KEPT = ['random_page_cost=1.1'];
const LOST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Only loopback, no socket file, and everything in UTC; what cannot survive a power cut only where nothing must. A
 * quarter of the usual shared buffers: the system caches the files as well, and each connection pays for every page of
 * them it touches for the first time, which is dear on virtual machines (a backlog of mail with large attachments costs
 * the server a quarter more processor time with 128 MB; lists and a backlog of small mails show no difference).
 */
function serverSettings(port: number, { durable, maxConnections = 100 }: StartOptions): string[] {
  const always = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `max_connections=${maxConnections}`,
    'shared_buffers=32MB',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
  ];
  return [...always, ...(durable ? KEPT : LOST)];
}

async function withLog(error: unknown, directory: string): Promise<Error> {
  const log = await readFile(join(directory, logFile), 'utf8').catch(() => '');
  const words = error instanceof Error ? error.message : String(error);
  return new Error(`PostgreSQL does not start: ${words}\n${log.trim().split('\n').slice(-10).join('\n')}`, {
    cause: error,
  });
}

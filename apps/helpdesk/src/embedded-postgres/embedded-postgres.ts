import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { findBinaries } from './binaries.js';
import { type Cluster, databaseUrl, openCluster } from './cluster.js';
import { ensureDatabase, isInUse, proveOurs } from './conversation.js';
import { operatingAccount } from './operating-account.js';
import { runningServer } from './running-server.js';
import { startServer, stopServer } from './server.js';

/** Where the data lives and how the server behaves. */
export interface EmbeddedPostgresOptions {
  /** Made when missing; kept between starts. */
  dataDirectory: string;
  /** Without it: the port of the last time if it is free, else any free one. A server that runs keeps its own. */
  port?: number | undefined;
  /** False gives up crash safety and passwords for speed: tests only. */
  durable: boolean;
  /** The database that `url()` means; created when missing. */
  database?: string | undefined;
  /** 100 unless told. Applies when the server starts, not when a running one is reused. */
  maxConnections?: number | undefined;
}

/** A PostgreSQL server on 127.0.0.1 that is ready. */
export interface EmbeddedPostgres {
  readonly port: number;
  /** Connection string of a database, with the superuser's password: a secret. */
  url(database?: string): string;
  /** Stops the server, unless it is durable and others are still connected: they keep it, and the next start reuses it. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL from the binaries npm installed, or joins the server that already works on the data directory.
 * The server has a session of its own: Ctrl-C in the terminal and a crash of this process leave it running.
 * Rejects with a sentence for the operator (port taken, no binaries, data of another version, …).
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { durable, database = 'postgres' } = options;
  const dataDirectory = resolve(options.dataDirectory);
  await mkdir(dirname(dataDirectory), { recursive: true });
  const account = await operatingAccount(dataDirectory);
  const cluster = await openCluster(dataDirectory, durable, account, await findBinaries(account));
  const port = (await runningServer(cluster)) ?? (await startServer(cluster, options));
  const url = (name = database) => databaseUrl(cluster, port, name);
  await proveOurs(url('postgres'), dataDirectory);
  await ensureDatabase(url('postgres'), database);
  let stopped: Promise<void> | undefined;
  return { port, url, stop: () => (stopped ??= stopUnlessNeeded(cluster, durable, url('postgres'))) };
}

async function stopUnlessNeeded(cluster: Cluster, durable: boolean, url: string): Promise<void> {
  if (durable && (await isInUse(url))) return;
  await stopServer(cluster);
}

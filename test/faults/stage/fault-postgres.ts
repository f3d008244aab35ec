import { join } from 'node:path';
import pg from 'pg';
import { findBinaries } from '../../../apps/helpdesk/src/embedded-postgres/binaries.js';
import {
  databaseUrl,
  openCluster,
  placeOf,
  type Cluster,
} from '../../../apps/helpdesk/src/embedded-postgres/cluster.js';
import { startEmbeddedPostgres } from '../../../apps/helpdesk/src/embedded-postgres/embedded-postgres.js';
import { operatingAccount } from '../../../apps/helpdesk/src/embedded-postgres/operating-account.js';
import { runCommand, type Account } from '../../../apps/helpdesk/src/embedded-postgres/run-command.js';

/** How PostgreSQL is made to stop: `fast` ends every connection in order, `immediate` is a crash with a recovery after it. */
export type StopMode = 'fast' | 'immediate';

/** A PostgreSQL that keeps what it commits, and can be taken away for a while. */
export class FaultPostgres {
  private constructor(
    private readonly cluster: Cluster,
    readonly port: number,
  ) {}

  static async start(folder: string): Promise<FaultPostgres> {
    const dataDirectory = join(folder, 'postgres');
    const { port } = await startEmbeddedPostgres({ dataDirectory, durable: true, maxConnections: 150 });
    const account = await operatingAccount(dataDirectory);
    const cluster = await openCluster(dataDirectory, true, account, await findBinaries(account));
    const postgres = new FaultPostgres(cluster, port);
    // Commits still are on their way to the disk when they are answered (synchronous_commit stays on), and a killed
    // server takes none of that with it. A power cut would; there is none here.
    await postgres.ask('alter system set fsync = off');
    await postgres.ask('select pg_reload_conf()');
    return postgres;
  }

  /** Whom it runs as: what it shall use must belong to them. */
  get account(): Account {
    return this.cluster.account;
  }

  url(database = 'postgres'): string {
    return databaseUrl(this.cluster, this.port, database);
  }

  async createDatabase(name: string, tablespace = 'pg_default'): Promise<string> {
    await this.ask(
      `create database ${pg.escapeIdentifier(name)} tablespace ${pg.escapeIdentifier(tablespace)}`,
    );
    return this.url(name);
  }

  /** Makes room for databases in a folder that its account owns. */
  async createTablespace(name: string, folder: string): Promise<void> {
    await this.ask(`create tablespace ${pg.escapeIdentifier(name)} location ${pg.escapeLiteral(folder)}`);
  }

  /** Drops a database and the tablespace that it lay in alone. */
  async forget(database: string, tablespace: string): Promise<void> {
    await this.ask(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`);
    await this.ask(`drop tablespace if exists ${pg.escapeIdentifier(tablespace)}`);
  }

  /** Starts it as well when it was stopped. */
  async restart(mode: StopMode): Promise<void> {
    await this.control('restart', mode);
  }

  async stop(mode: StopMode = 'immediate'): Promise<void> {
    await this.control('stop', mode);
  }

  private async control(what: 'restart' | 'stop', mode: StopMode): Promise<void> {
    const { data, ...place } = placeOf(this.cluster);
    const log = what === 'restart' ? ['-l', `${data}/server.log`] : [];
    await runCommand(this.cluster.binaries.pgCtl, [what, '-D', data, '-m', mode, '-w', '-t', '60', ...log], {
      ...place,
      deadlineMs: 70_000,
    });
  }

  private async ask(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.url(), query_timeout: 60_000 });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }
}

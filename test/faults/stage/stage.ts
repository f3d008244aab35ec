import { privateFolder, removeWithServers } from '../../support/leftovers.mjs';
import { startDovecot, type Dovecot } from '../../support/dovecot.js';
import {
  installationOn,
  startHelpdeskProcess,
  type HelpdeskProcess,
  type Installation,
} from '../../support/helpdesk-process.js';
import { FaultPostgres } from './fault-postgres.js';
import { Reader } from './reader.js';

/** A mail that was fetched by POP3 and left there must look as if nobody had been there. */
const MANNERS = { extra: 'protocol pop3 {\n  pop3_no_flag_updates = yes\n}' };

/** One mail server, one PostgreSQL, and the helpdesk as processes: real ones, all of them. */
export class Stage {
  readonly helpdesks: HelpdeskProcess[] = [];
  readonly #guests: (() => Promise<void>)[] = [];
  #users = 0;
  #closed: Promise<void> | undefined;

  private constructor(
    readonly folder: string,
    readonly dovecot: Dovecot,
    readonly postgres: FaultPostgres,
    readonly installation: Installation,
    readonly reader: Reader,
    private readonly preloads: readonly string[],
  ) {}

  /** Starts the servers; `preloads` are modules that every helpdesk process loads before anything else. */
  static async open(preloads: readonly string[] = []): Promise<Stage> {
    const folder = privateFolder('faults');
    const [dovecot, postgres] = await Promise.all([startDovecot(MANNERS), FaultPostgres.start(folder)]);
    return Stage.on(folder, dovecot, postgres, await postgres.createDatabase('helpdesk'), preloads);
  }

  /** Another installation, on a database of its own, beside the same servers. */
  beside(databaseUrl: string): Stage {
    return Stage.on(this.folder, this.dovecot, this.postgres, databaseUrl, this.preloads);
  }

  private static on(
    folder: string,
    dovecot: Dovecot,
    postgres: FaultPostgres,
    databaseUrl: string,
    preloads: readonly string[],
  ): Stage {
    const reader = new Reader(databaseUrl, dovecot);
    return new Stage(folder, dovecot, postgres, installationOn(databaseUrl), reader, preloads);
  }

  /** The helpdesk that is asked when it does not matter which: the last one started that still runs. */
  get helpdesk(): HelpdeskProcess {
    const running = this.helpdesks.findLast(({ isRunning }) => isRunning);
    if (!running) throw new Error('no helpdesk runs');
    return running;
  }

  /** One more helpdesk process; with `preloads` on top of the stage's own. */
  async startHelpdesk(preloads: readonly string[] = []): Promise<HelpdeskProcess> {
    const execArgv = [...this.preloads, ...preloads].flatMap((module) => ['--import', module]);
    const helpdesk = await startHelpdeskProcess(this.installation, { execArgv });
    this.helpdesks.push(helpdesk);
    return helpdesk;
  }

  /** Exactly this many processes run when it resolves. */
  async haveRunning(count: number): Promise<void> {
    while (this.running().length > count) await this.running()[0]?.stop();
    const missing = count - this.running().length;
    for (let left = missing; left > 0; left -= 1) await this.startHelpdesk();
  }

  running(): HelpdeskProcess[] {
    return this.helpdesks.filter(({ isRunning }) => isRunning);
  }

  /** A user name that nobody had; all of a prefix are equally long. */
  newUser(prefix: string): string {
    this.#users += 1;
    return `${prefix}-${String(this.#users).padStart(4, '0')}`;
  }

  /** The dead leave their leases behind, which end after 15 s of silence: for them, those are over. */
  async buryTheDead(): Promise<void> {
    const living = this.running().map(({ pid }) => pid);
    await this.reader.ask(
      `update mailroom.instance set seen_at = seen_at - interval '1 minute' where not process = any($1)`,
      [living],
    );
  }

  /** Ends the helpdesk processes of this installation. */
  async leave(): Promise<void> {
    await Promise.all(this.running().map((helpdesk) => helpdesk.kill()));
    await this.reader.end();
  }

  /** When the stage closes, `leave` goes first; it may have been called before. */
  atClose(leave: () => Promise<void>): void {
    this.#guests.push(leave);
  }

  /** Ends everything and leaves nothing behind, whatever is still going on. */
  close(): Promise<void> {
    this.#closed ??= this.closeAll();
    return this.#closed;
  }

  private async closeAll(): Promise<void> {
    for (const leave of this.#guests) await leave();
    await this.leave();
    await this.dovecot.stop();
    await this.postgres.stop().catch(() => undefined);
    removeWithServers(this.folder);
  }
}

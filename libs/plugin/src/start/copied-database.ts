import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditLog, Database, EventLog, Settings } from '@mailroom/kernel';
import { MailAccounts } from '@mailroom/mail-accounts';
import { OutgoingServers } from '@mailroom/outgoing-servers';
import { Invokers, Webhooks } from '@mailroom/web-services';
import { type EntityManager } from 'typeorm';

/**
 * Knows where its database is at home. A copy of a production database (a restored backup, a staging system) that starts
 * under another public URL would fetch live mail, send the replies that wait and call or tell live web services: there every account,
 * every server, every invoker and every webhook starts paused, once. Between addresses of http://localhost nothing is paused, nor
 * when an admin moved this very installation to another public URL. A process of the command line settles nothing.
 */
@Injectable()
export class CopiedDatabase implements OnModuleInit {
  readonly #log = new EventLog();

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly accounts: MailAccounts,
    private readonly servers: OutgoingServers,
    private readonly invokers: Invokers,
    private readonly webhooks: Webhooks,
    private readonly audit: AuditLog,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.settings.commandOnly) return;
    const here = this.settings.at('');
    const paused = await this.database.transaction(async (tx) => {
      const { rows } = await this.database.query<Home>(SETTLE, [here], tx);
      const [former] = rows;
      return former && isCopy(former, here) ? this.pause(former.public_url, tx) : null;
    });
    if (!paused) return;
    this.#log.warn(
      'database-copied',
      `This database comes from ${paused.home}. It is taken for a copy: ${paused.accounts} accounts, ` +
        `${paused.servers} outgoing servers, ${paused.invokers} web service invokers and ${paused.webhooks} webhooks are paused. Set live again what shall work here.`,
    );
  }

  private async pause(home: string, tx: EntityManager) {
    const accounts = await this.accounts.pauseAll(tx);
    const servers = await this.servers.pauseAll(tx);
    const invokers = await this.invokers.pauseAll(tx);
    const webhooks = await this.webhooks.pauseAll(tx);
    const paused = { home, accounts, servers, invokers, webhooks };
    const subject = { kind: 'settings', id: null, name: 'Mailroom' };
    await this.audit.record({ action: 'copy-paused', subject, actor: null, details: paused }, tx);
    return paused;
  }
}

/** Where a database was at home, and where an admin said that it goes next; absolute URLs. */
interface Home {
  readonly public_url: string;
  readonly moving_to: string | null;
}

/** Is a database with this home a copy when it is found at `here`, an absolute URL? */
export function isCopy({ public_url: home, moving_to: next }: Home, here: string): boolean {
  return home !== here && next !== here && new URL(home).protocol === 'https:';
}

// Answers where it was at home before; nothing at the first start.
const SETTLE = `
  with former as (select public_url, moving_to from mailroom.installation for update),
  settled as (
    insert into mailroom.installation as here (public_url) values ($1)
    on conflict (only_row) do update
      set public_url = excluded.public_url, moving_to = nullif(here.moving_to, excluded.public_url))
  select public_url, moving_to from former`;

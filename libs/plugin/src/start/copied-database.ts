import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database, Settings } from '@mailroom/kernel';
import { MailAccounts } from '@mailroom/mail-accounts';
import { OutgoingServers } from '@mailroom/outgoing-servers';
import { Invokers } from '@mailroom/web-services';

/**
 * Knows where its database is at home. A copy of a production database (a restored backup, a staging system) that starts
 * under another public URL would fetch live mail, send the replies that wait and call live web services: there every account,
 * every server and every invoker starts paused, once. Between addresses of http://localhost nothing is paused.
 */
@Injectable()
export class CopiedDatabase implements OnModuleInit {
  readonly #logger = new Logger('Mailroom');

  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly accounts: MailAccounts,
    private readonly servers: OutgoingServers,
    private readonly invokers: Invokers,
  ) {}

  async onModuleInit(): Promise<void> {
    const here = this.settings.at('');
    const paused = await this.database.transaction(async (tx) => {
      const { rows } = await this.database.query<{ public_url: string }>(SETTLE, [here], tx);
      const home = rows[0]?.public_url;
      if (home === undefined || !isCopy(home, here)) return null;
      return {
        home,
        accounts: await this.accounts.pauseAll(tx),
        servers: await this.servers.pauseAll(tx),
        invokers: await this.invokers.pauseAll(tx),
      };
    });
    if (!paused) return;
    this.#logger.warn(
      `This database comes from ${paused.home}. It is taken for a copy: ${paused.accounts} accounts, ` +
        `${paused.servers} outgoing servers and ${paused.invokers} web service invokers are paused. Set live again what shall work here.`,
    );
  }
}

/** Is a database that was at home at `home` a copy when it is found at `here`? Both as absolute URLs. */
export function isCopy(home: string, here: string): boolean {
  return home !== here && new URL(home).protocol === 'https:';
}

// Answers where it was at home before; nothing at the first start.
const SETTLE = `
  with former as (select public_url from mailroom.installation for update),
  settled as (
    insert into mailroom.installation (public_url) values ($1)
    on conflict (only_row) do update set public_url = excluded.public_url)
  select public_url from former`;

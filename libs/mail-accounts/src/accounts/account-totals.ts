import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@mailroom/kernel';
import { FAILING, HELD } from './account-pages.js';

/** Accounts and their mail in figures. */
export interface AccountTotal {
  readonly total: number;
  readonly live: number;
  /** Live ones that fail or have mail in quarantine. */
  readonly attention: number;
  /** Mails that the host stored, counted no further than 10,000. */
  readonly stored: number;
}

/** Sums up all accounts. */
@Injectable()
export class AccountTotals {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async now(): Promise<AccountTotal> {
    const { rows } = await this.database.query<AccountTotal>(TOTALS, [this.clock.now(), COUNTED_TO]);
    return rows[0] ?? { total: 0, live: 0, attention: 0, stored: 0 };
  }
}

const COUNTED_TO = 10_000;

// Asked for as a range and in the order of the index, as mail is counted for lists: with "=" the ledger may be read from end to end.
const TOTALS = `
  select count(*)::int as total,
    count(*) filter (where a.state = 'live')::int as live,
    count(*) filter (where a.state = 'live' and (${FAILING} or ${HELD}))::int as attention,
    (select count(*)::int from (
      select from mailroom.mail_account held_by cross join lateral (
        select from mailroom.delivery d
        where d.account_id = held_by.id and d.outcome >= 'stored' and d.outcome <= 'stored'
        order by d.outcome limit $2) of_account
      limit $2) counted) as stored
  from mailroom.mail_account a`;

import { Injectable } from '@nestjs/common';
import { Database, type Disposition } from '@mailroom/kernel';
import { accountFailure } from './account-answer.js';
import { type AccountState, type MailAccount } from './mail-account.js';

/** How an account does, for those who watch over all of them. */
export interface AccountHealthRow {
  readonly accountId: string;
  readonly name: string;
  readonly state: AccountState;
  readonly lastSuccessAt: Date | null;
  /** When mail of it was last committed: a first fetch of thousands succeeds long before it is done. */
  readonly lastTakenAt: Date | null;
  /** When it last became live. */
  readonly liveSince: Date | null;
  readonly pollSeconds: number;
  readonly failure: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number | boolean | null>>;
    readonly disposition: Disposition;
    readonly at: Date;
  } | null;
  readonly tokenId: string | null;
  /** Mail that is too large and still on the server. */
  readonly oversized: number;
  /** Mail that the host could not take, kept with its bytes. */
  readonly quarantined: number;
}

type Row = Omit<AccountHealthRow, 'failure'> &
  Pick<MailAccount, 'failureCode' | 'failureParams' | 'failureDisposition' | 'failureAt' | 'updatedAt'>;

const ALL = `
  select a.id as "accountId", a.name, a.state, a.last_success_at as "lastSuccessAt",
    a.last_taken_at as "lastTakenAt", a.live_since as "liveSince",
    a.poll_seconds as "pollSeconds", a.token_id as "tokenId", a.updated_at as "updatedAt",
    a.failure_code as "failureCode", a.failure_params as "failureParams",
    a.failure_disposition as "failureDisposition", a.failure_at as "failureAt",
    coalesce(d.oversized, 0) as oversized, coalesce(d.quarantined, 0) as quarantined
  from mailroom.mail_account a
  left join (
    select account_id, count(*) filter (where outcome = 'oversized')::integer as oversized,
      count(*) filter (where outcome = 'quarantined')::integer as quarantined
    from mailroom.delivery where outcome in ('oversized', 'quarantined') group by account_id
  ) d on d.account_id = a.id
  order by a.name, a.id`;

/** The health of all accounts at a glance: what banners and dashboards are made of. */
@Injectable()
export class AccountHealth {
  constructor(private readonly database: Database) {}

  /** Every account, archived ones too, by name. */
  async all(): Promise<AccountHealthRow[]> {
    const { rows } = await this.database.query<Row>(ALL);
    return rows.map(
      ({ failureCode, failureParams, failureDisposition, failureAt, updatedAt, ...health }) => ({
        ...health,
        failure: accountFailure({ failureCode, failureParams, failureDisposition, failureAt, updatedAt }),
      }),
    );
  }
}

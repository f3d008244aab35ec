import { Injectable } from '@nestjs/common';
import { Database, type Disposition } from '@mailroom/kernel';
import { accountFailure } from './account-answer.js';
import { type RunEnding } from '../activity/fetch-run.js';
import { type AccountState, type MailAccount } from './mail-account.js';

/** How an account does, for those who watch over all of them. */
export interface AccountHealthRow {
  readonly accountId: string;
  readonly name: string;
  /** Of the mail server. */
  readonly host: string;
  readonly state: AccountState;
  readonly lastSuccessAt: Date | null;
  /** When mail of it was last committed: a first fetch of thousands succeeds long before it is done. */
  readonly lastTakenAt: Date | null;
  /** When it last became live. */
  readonly liveSince: Date | null;
  readonly pollSeconds: number;
  /** Until when the provider asked to be left alone, itself or an account that shares its limit. */
  readonly notBefore: Date | null;
  /** Silence that is an alarm: 0 none, null derived from `pollSeconds`. */
  readonly silentAfterMinutes: number | null;
  /** Days without mail that are an alarm; null none. */
  readonly quietAfterDays: number | null;
  /** When and because of what it was made a draft after it had failed for days. */
  readonly setBack: { readonly at: Date; readonly code: string } | null;
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
  /** Since when the oldest mail lies there that is known of and is still to be taken; null where none is. */
  readonly oldestWaitingAt: Date | null;
  /** The newest look into the mailbox that found something, failed or was asked for. */
  readonly lastRun: LastRun | null;
}

/** The newest run of an account; `ending` is null while it goes on. */
export interface LastRun {
  readonly beganAt: Date;
  readonly endedAt: Date | null;
  readonly ending: RunEnding | null;
  /** Code of the problem that it ended with. */
  readonly problem: string | null;
  readonly mails: number;
}

type Row = Omit<AccountHealthRow, 'failure' | 'setBack' | 'lastRun'> & {
  readonly [Field in keyof LastRun as `run_${Field}`]: LastRun[Field] | null;
} & Pick<MailAccount, 'failureCode' | 'failureParams' | 'failureDisposition' | 'failureAt' | 'updatedAt'> &
  Pick<MailAccount, 'setBackAt' | 'setBackCode'>;

const ALL = `
  select a.id as "accountId", a.name, a.host, a.state, a.last_success_at as "lastSuccessAt",
    a.last_taken_at as "lastTakenAt", a.live_since as "liveSince",
    a.poll_seconds as "pollSeconds", a.not_before as "notBefore", a.silent_after_minutes as "silentAfterMinutes",
    a.quiet_after_days as "quietAfterDays", a.set_back_at as "setBackAt", a.set_back_code as "setBackCode",
    a.token_id as "tokenId", a.updated_at as "updatedAt",
    a.failure_code as "failureCode", a.failure_params as "failureParams",
    a.failure_disposition as "failureDisposition", a.failure_at as "failureAt",
    coalesce(d.oversized, 0) as oversized, coalesce(d.quarantined, 0) as quarantined,
    (select min(w.received_at) from mailroom.delivery w where w.account_id = a.id and w.outcome = 'retrying')
      as "oldestWaitingAt",
    r.began_at as "run_beganAt", r.ended_at as "run_endedAt", r.ending as run_ending, r.problem as run_problem,
    r.mails as run_mails
  from mailroom.mail_account a
  left join (
    select account_id, count(*) filter (where outcome = 'oversized')::integer as oversized,
      count(*) filter (where outcome = 'quarantined')::integer as quarantined
    from mailroom.delivery where outcome in ('oversized', 'quarantined') group by account_id
  ) d on d.account_id = a.id
  left join lateral (
    select began_at, ended_at, ending, problem, mails from mailroom.fetch_run
    where account_id = a.id order by id desc limit 1
  ) r on true
  order by a.name, a.id`;

/** The health of all accounts at a glance: what banners and dashboards are made of. */
@Injectable()
export class AccountHealth {
  constructor(private readonly database: Database) {}

  /** Every account, archived ones too, by name. */
  async all(): Promise<AccountHealthRow[]> {
    const { rows } = await this.database.query<Row>(ALL);
    return rows.map(healthRow);
  }
}

function healthRow(row: Row): AccountHealthRow {
  const { failureCode, failureParams, failureDisposition, failureAt, updatedAt, ...rest } = row;
  const { setBackAt, setBackCode, run_beganAt: beganAt, run_endedAt: endedAt, ...others } = rest;
  const { run_ending: ending, run_problem: problem, run_mails: mails, ...health } = others;
  return {
    ...health,
    lastRun: beganAt && { beganAt, endedAt, ending, problem, mails: mails ?? 0 },
    setBack: setBackAt && { at: setBackAt, code: setBackCode ?? 'unexpected' },
    failure: accountFailure({ failureCode, failureParams, failureDisposition, failureAt, updatedAt }),
  };
}

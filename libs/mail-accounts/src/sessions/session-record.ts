import { Injectable } from '@nestjs/common';
import { Database, Pokes, Problem } from '@mailroom/kernel';
import { MailAccount } from '../accounts/mail-account.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type Held, type Holding } from './holding.js';
import { nextSession } from './next-session.js';
import { type SessionEnding } from './session-ending.js';
import { ACCOUNTS_TOPIC } from './session-requests.js';

/** What sessions write on the account's row, and only while they hold it. */
@Injectable()
export class SessionRecord {
  constructor(
    private readonly database: Database,
    private readonly pokes: Pokes,
  ) {}

  /** The account as it is now. Throws problem `session-lost` when this is not its session any more. */
  async account({ accountId, holder, epoch }: Holding): Promise<MailAccount> {
    const account = await this.database.run((manager) =>
      manager.getRepository(MailAccount).findOneBy({ id: accountId, holder, epoch }),
    );
    if (!account) throw mailAccountProblem('session-lost', { disposition: 'retry-later' });
    return account;
  }

  /** A drain went through. `shortfall` is what it could not do besides fetching. */
  async drained(holding: Holding, shortfall: Problem | null): Promise<void> {
    await this.write(
      holding,
      `last_fetch_at = mailroom.now(), last_success_at = mailroom.now(), failures = 0, not_before = null,
       failure_code = $4, failure_params = $5, failure_disposition = $6,
       failure_at = case when $4::text is null then null else mailroom.now() end`,
      [shortfall?.code ?? null, shortfall?.params ?? null, shortfall?.disposition ?? null],
    );
  }

  /** The session is over: gives the account back and says when it is due again. */
  async ended(holding: Held, ending: SessionEnding, failures: number): Promise<void> {
    switch (ending.kind) {
      case 'lost':
        return;
      case 'polled':
        return this.release(holding, NEXT_POLL, [holding.wanted]);
      case 'ended':
        return this.release(holding, `next_at = mailroom.now()`, []);
      case 'handed-back':
        await this.release(holding, `next_at = mailroom.now()`, []);
        return this.pokes.poke(ACCOUNTS_TOPIC, holding.accountId);
      case 'failed':
        return this.failed(holding, ending.problem, failures + 1);
    }
  }

  private async failed(holding: Holding, problem: Problem, failures: number): Promise<void> {
    const next = nextSession(problem, failures);
    const due = `next_at = mailroom.now() + $4 * interval '1 millisecond'`;
    if (next.planned) return this.release(holding, due, [next.inMs]);
    await this.release(
      holding,
      `${due}, not_before = case when $5 then mailroom.now() + $4 * interval '1 millisecond' end,
       last_fetch_at = mailroom.now(), failures = $6, failure_code = $7, failure_params = $8,
       failure_disposition = $9, failure_at = mailroom.now()`,
      [next.inMs, next.notBefore, failures, problem.code, problem.params, problem.disposition],
    );
  }

  private async release(holding: Holding, sets: string, values: readonly unknown[]): Promise<void> {
    await this.write(holding, `holder = null, held_since = null, ${sets}`, values);
  }

  private async write(
    { accountId, holder, epoch }: Holding,
    sets: string,
    values: readonly unknown[],
  ): Promise<void> {
    await this.database.query(
      `update mailroom.mail_account set ${sets} where id = $1 and holder = $2 and epoch = $3`,
      [accountId, holder, epoch, ...values],
    );
  }
}

// A wish that came too late for the last drain is due at once; mail that is offered again may be due before the poll.
const NEXT_POLL = `next_at = case when wanted > $4 then mailroom.now() else least(
  mailroom.now() + poll_seconds * interval '1 second',
  (select min(retry_at) from mailroom.delivery where account_id = $1 and outcome = 'retrying')) end`;

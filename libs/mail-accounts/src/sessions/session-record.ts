import { Injectable } from '@nestjs/common';
import { Database, Pokes, Problem } from '@mailroom/kernel';
import { MailAccount } from '../accounts/mail-account.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type Held, type Holding } from './holding.js';
import { droppedDelay, nextSession } from './next-session.js';
import { type Drain, type SessionEnding } from './session-ending.js';
import { ACCOUNTS_TOPIC } from './session-requests.js';

/** An account to fetch from, as it is now. */
export interface Task {
  readonly account: MailAccount;
  /** The ledger has something open on it: mail to offer or to fetch again, or copies to dispose of. */
  readonly owes: boolean;
}

/** What went before, in a row: sessions that failed without getting anywhere, and those that did not survive a minute. */
export interface Past {
  readonly failures: number;
  readonly setbacks: number;
}

/** What sessions write on the account's row, and only while they hold it. */
@Injectable()
export class SessionRecord {
  constructor(
    private readonly database: Database,
    private readonly pokes: Pokes,
  ) {}

  /** The account as it is now. Throws problem `session-lost` when this is not its session any more. */
  async task({ accountId, holder, epoch }: Holding): Promise<Task> {
    const { entities, raw } = await this.database.run((manager) =>
      manager
        .getRepository(MailAccount)
        .createQueryBuilder('account')
        .addSelect(OWES, 'owes')
        .where({ id: accountId, holder, epoch })
        .getRawAndEntities<{ owes: boolean }>(),
    );
    const [account] = entities;
    if (!account) throw mailAccountProblem('session-lost', { disposition: 'retry-later' });
    return { account, owes: raw[0]?.owes ?? true };
  }

  /** A drain went through. */
  async drained(holding: Holding, drained: Drain): Promise<void> {
    await this.write(holding, DRAINED, valuesOf(drained));
  }

  /** These sessions asked their servers, which had no news. */
  async glanced(accountIds: readonly string[]): Promise<void> {
    if (accountIds.length === 0) return;
    await this.database.query(
      `update mailroom.mail_account set last_fetch_at = mailroom.now(), last_success_at = mailroom.now(),
         quiet_polls = quiet_polls + 1
       where id = any($1::uuid[]) and failure_code is null`,
      [accountIds],
    );
  }

  /** The session is over: gives the account back and says when it is due again. */
  async ended(holding: Held, ending: SessionEnding, past: Past): Promise<void> {
    switch (ending.kind) {
      case 'lost':
        return;
      case 'polled':
        return this.polled(holding, ending.drained, past);
      case 'dropped': {
        const setbacks = past.setbacks + 1;
        const values = [holding.wanted, setbacks, droppedDelay(setbacks)];
        const sets = `setbacks = $5, ${nextPoll('$4', "mailroom.now() + $6 * interval '1 millisecond'")}`;
        return this.release(holding, sets, values);
      }
      case 'ended':
        return this.release(holding, `setbacks = $4, next_at = mailroom.now()`, [past.setbacks]);
      case 'handed-back':
        await this.release(holding, `setbacks = $4, next_at = mailroom.now()`, [past.setbacks]);
        return this.pokes.poke(ACCOUNTS_TOPIC, holding.accountId);
      case 'failed':
        return this.failed(holding, ending.problem, past);
    }
  }

  // One statement for drain and end: a poll that finds nothing is what happens most.
  private async polled(holding: Held, drained: Drain | undefined, { setbacks }: Past): Promise<void> {
    if (!drained)
      return this.release(holding, `setbacks = $5, ${nextPoll('$4')}`, [holding.wanted, setbacks]);
    await this.release(holding, `${DRAINED}, setbacks = 0, ${nextPoll('$7')}`, valuesOf(drained));
  }

  private async failed(holding: Held, problem: Problem, past: Past): Promise<void> {
    const [failures, setbacks] = [past.failures + 1, past.setbacks + 1];
    const next = nextSession(problem, Math.max(failures, setbacks));
    const due = `setbacks = $4, next_at = mailroom.now() + $5 * interval '1 millisecond'`;
    if (next.planned) return this.release(holding, due, [setbacks, next.inMs]);
    await this.release(
      holding,
      `${due}, not_before = case when $6 then mailroom.now() + $5 * interval '1 millisecond' end,
       last_fetch_at = mailroom.now(), failures = $7, failure_code = $8, failure_params = $9,
       failure_disposition = $10, failure_at = mailroom.now(), wanted_done = $11`,
      [
        setbacks,
        next.inMs,
        next.notBefore,
        failures,
        problem.code,
        problem.params,
        problem.disposition,
        holding.wanted,
      ],
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

const DRAINED = `last_fetch_at = mailroom.now(), last_success_at = mailroom.now(), failures = 0, not_before = null,
  failure_code = $4, failure_params = $5, failure_disposition = $6,
  failure_at = case when $4::text is null then null else mailroom.now() end,
  wanted_done = $7, quiet_polls = quiet_polls + $8`;

function valuesOf({ shortfall, wanted, quiet }: Drain): readonly unknown[] {
  const failure = [shortfall?.code ?? null, shortfall?.params ?? null, shortfall?.disposition ?? null];
  return [...failure, wanted, quiet ? 1 : 0];
}

// Is there anything in the ledger that a look at the mailbox may settle? Almost always there is not.
const OWES = `exists (select from mailroom.delivery where account_id = "account"."id" and disposal_due)
  or exists (select from mailroom.delivery where account_id = "account"."id" and outcome in ('retrying', 'oversized'))`;

// A wish that came too late for the last drain is due at once; mail that is offered again may be due before the poll.
function nextPoll(wanted: string, earliest = 'mailroom.now()'): string {
  return `next_at = case when wanted > ${wanted} then mailroom.now() else greatest(${earliest}, least(
    mailroom.now() + poll_seconds * interval '1 second',
    (select min(retry_at) from mailroom.delivery where account_id = $1 and outcome = 'retrying'))) end`;
}

import { Injectable } from '@nestjs/common';
import { Database, Pokes, Problem, StoredSettings } from '@mailroom/kernel';
import { MailAccount } from '../accounts/mail-account.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { rulesParameter } from './connection-rules.js';
import { type Held, type Holding } from './holding.js';
import { hushMissedSql, hushSql } from './hush-sql.js';
import { hushOf, type Hush } from './hush.js';
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
  /** Wishes to fetch that its failure answers: those from before it connected. Later ones want a session of their own. */
  readonly answers: number;
}

/** What sessions write on the account's row, and only while they hold it. */
@Injectable()
export class SessionRecord {
  constructor(
    private readonly database: Database,
    private readonly pokes: Pokes,
    private readonly settings: StoredSettings,
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
  async drained({ accountId, holder, epoch }: Holding, drained: Drain): Promise<void> {
    await this.database.query(writing(DRAINED), [accountId, holder, epoch, ...valuesOf(drained)]);
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

  /**
   * The session is over and its connection closed: gives the account back and says when it is due again. False when
   * there was nothing to give back, because it was lost or changed meanwhile.
   */
  async ended(holding: Held, ending: SessionEnding, past: Past): Promise<boolean> {
    switch (ending.kind) {
      case 'lost':
        return false;
      case 'polled':
        return this.polled(holding, ending.drained, past);
      case 'dropped': {
        const setbacks = past.setbacks + 1;
        const sets = `setbacks = $4, ${nextPoll(`mailroom.now() + ${milliseconds('$5')}`)}`;
        return this.release(holding, sets, [setbacks, droppedDelay(setbacks)]);
      }
      case 'ended':
        return this.release(holding, `setbacks = $4, next_at = mailroom.now()`, [past.setbacks]);
      case 'handed-back': {
        const sets = `setbacks = $4, next_at = mailroom.now()`;
        const given = await this.release(holding, sets, [past.setbacks]);
        await this.pokes.poke(ACCOUNTS_TOPIC, holding.accountId);
        return given;
      }
      case 'failed':
        return this.failed(holding, ending.problem, past);
    }
  }

  // One statement for drain and end: a poll that finds nothing is what happens most.
  private async polled(holding: Held, drained: Drain | undefined, { setbacks }: Past): Promise<boolean> {
    if (!drained) return this.release(holding, `setbacks = $4, ${nextPoll()}`, [setbacks]);
    const next = nextPoll('mailroom.now()', '$7');
    return this.release(holding, `${DRAINED}, setbacks = 0, ${next}`, valuesOf(drained));
  }

  private async failed(holding: Held, problem: Problem, past: Past): Promise<boolean> {
    const [failures, setbacks] = [past.failures + 1, past.setbacks + 1];
    const next = nextSession(problem, Math.max(failures, setbacks));
    if (next.planned) {
      const due = unlessWished(`mailroom.now() + ${milliseconds('$5')}`);
      return this.release(holding, `setbacks = $4, next_at = ${due}`, [setbacks, next.inMs]);
    }
    const { code, params, disposition } = problem;
    const failure = [failures, code, params, disposition, past.answers];
    const values = [setbacks, next.inMs, next.notBefore, ...failure];
    const hush = hushOf(problem);
    if (!hush) return this.release(holding, FAILED, values);
    return this.hushed(holding, FAILED, values, { ...hush, forMs: params['retryAfterMs'] });
  }

  // One statement, so that nobody who shares the limit can be claimed between; then those whose rows were being written,
  // one by one, as each is free: who holds only one row waits for nobody that waits for it.
  private async hushed(
    { accountId, holder, epoch }: Holding,
    sets: string,
    values: readonly unknown[],
    { among, running, forMs }: Hush & { readonly forMs: unknown },
  ): Promise<boolean> {
    const rules = rulesParameter(await this.settings.connectionLimits());
    const after = (place: number): string => `$${4 + values.length + place}`;
    const whom = [among === 'login', running, forMs];
    const { rows, affected } = await this.database.query<{ missed: readonly string[] }>(
      `${hushSql(after(0), after(1), after(2), after(3))} ${releasing(sets)} and id in (select id from own)
       returning array(select id from missed) as missed`,
      [accountId, holder, epoch, ...values, rules, ...whom],
    );
    await this.pokes.poke(ACCOUNTS_TOPIC, 'hushed');
    for (const missed of rows[0]?.missed ?? []) {
      await this.database.query(hushMissedSql, [missed, accountId, ...whom]);
      await this.pokes.poke(ACCOUNTS_TOPIC, missed);
    }
    return affected > 0;
  }

  private async release(
    { accountId, holder, epoch }: Holding,
    sets: string,
    values: readonly unknown[],
  ): Promise<boolean> {
    const { rows } = await this.database.query<{ wished: boolean }>(
      `${releasing(sets)} returning wanted > wanted_done as wished`,
      [accountId, holder, epoch, ...values],
    );
    // Somebody waits: not until the next beat.
    if (rows[0]?.wished) await this.pokes.poke(ACCOUNTS_TOPIC, accountId);
    return rows.length > 0;
  }
}

// Its own throttle is over when it drains or fails, but somebody else may have been throttled on its behalf meanwhile.
const DRAINED = `last_fetch_at = mailroom.now(), last_success_at = mailroom.now(), failures = 0, failing_since = null,
  not_before = case when not_before > mailroom.now() then not_before end, failure_code = $4, failure_params = $5, failure_disposition = $6,
  failure_at = case when $4::text is null then null else mailroom.now() end,
  wanted_done = $7, quiet_polls = quiet_polls + $8`;

const ANSWERED = 'greatest(wanted_done, $11)';
const FAILED = `setbacks = $4, next_at = ${unlessWished(`mailroom.now() + ${milliseconds('$5')}`, ANSWERED)},
  not_before = greatest(not_before, case when $6 then mailroom.now() + ${milliseconds('$5')} end),
  last_fetch_at = mailroom.now(), failing_since = coalesce(failing_since, mailroom.now()), failures = $7, failure_code = $8, failure_params = $9,
  failure_disposition = $10, failure_at = mailroom.now(), wanted_done = ${ANSWERED}`;

function writing(sets: string): string {
  return `update mailroom.mail_account set ${sets} where id = $1 and holder = $2 and epoch = $3`;
}

function releasing(sets: string): string {
  return writing(`holder = null, held_since = null, ${sets}`);
}

function valuesOf({ shortfall, wanted, quiet }: Drain): readonly unknown[] {
  const failure = [shortfall?.code ?? null, shortfall?.params ?? null, shortfall?.disposition ?? null];
  return [...failure, wanted, quiet ? 1 : 0];
}

// Is there anything in the ledger that a look at the mailbox may settle? Almost always there is not.
const OWES = `exists (select from mailroom.delivery where account_id = "account"."id" and disposal_due)
  or exists (select from mailroom.delivery where account_id = "account"."id" and outcome in ('retrying', 'oversized'))`;

function milliseconds(value: string): string {
  return `${value} * interval '1 millisecond'`;
}

// A wish that nobody has looked after is due at once, whatever went wrong with those before it.
function unlessWished(moment: string, done = 'wanted_done'): string {
  return `case when wanted > ${done} then mailroom.now() else ${moment} end`;
}

// Mail that is offered again may be due before the poll.
function nextPoll(earliest = 'mailroom.now()', done?: string): string {
  const poll = `greatest(${earliest}, least(
    mailroom.now() + poll_seconds * interval '1 second',
    (select min(retry_at) from mailroom.delivery where account_id = $1 and outcome = 'retrying')))`;
  return `next_at = ${unlessWished(poll, done)}`;
}

import { Injectable } from '@nestjs/common';
import {
  AuditLog,
  Clock,
  Database,
  findingsOf,
  Precondition,
  trustWord,
  VERIFIED,
  type Actor,
  type Findings,
  type Listener,
  type TlsTrust,
  type TypedForm,
} from '@mailroom/kernel';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { SessionRequests } from '../sessions/session-requests.js';
import { editableAnswer, type Account } from './account-answer.js';
import { accountAudit } from './account-audit.js';
import { AccountCandidates } from './account-candidates.js';
import { AccountCheck } from './account-check.js';
import {
  accountEdition,
  type AccountChanges,
  type AccountDraft,
  type AccountTrial,
  type NewAccount,
} from './account-input.js';
import { checkMove } from './account-moves.js';
import { AccountRows } from './account-rows.js';
import { needsCheck, needsRestart, settingsOf } from './account-settings.js';
import { type AccountCheckReport, type AccountCheckStep } from './check-steps.js';
import { opensAnother } from './history.js';
import { lastCheck, passedJustNow } from './last-check.js';
import { MailAccount, type AccountState } from './mail-account.js';

/**
 * The mail accounts as admins keep them. Nothing goes live, and nothing that a live account signs in with is changed,
 * without a connection check that went well. Checks wait on the network, so they come before anything is locked, and
 * who was slower than another admin is told: problem `account-changed-meanwhile`.
 */
@Injectable()
export class MailAccounts {
  constructor(
    private readonly database: Database,
    private readonly rows: AccountRows,
    private readonly candidates: AccountCandidates,
    private readonly trial: AccountCheck,
    private readonly sessions: SessionRequests,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** All, archived ones too, by name. */
  list(): Promise<Account[]> {
    return this.rows.answers();
  }

  /** Problem `account-not-found`. */
  get(id: string): Promise<Account> {
    return this.rows.answer(id);
  }

  /** Sets up an account, as a draft. Problems: those of `AccountCandidates` and `account-token-unknown`. */
  async create(input: NewAccount, actor: Actor): Promise<Account> {
    const { id, sealedPassword, ...rest } = await this.candidates.fresh(input);
    await knownToken(
      this.database.transaction(async (tx) => {
        await tx.getRepository(MailAccount).insert({ id, sealedPassword, ...settingsOf(rest) });
        await this.audit.record(accountAudit('account-created', { id, name: rest.name }, actor), tx);
        await this.recordTrust(VERIFIED, { id, ...rest }, actor, tx);
      }),
    );
    return this.rows.answer(id);
  }

  /**
   * Changes what is given. Where a live account would sign in or act differently it is tried first: problem
   * `account-check-failed` names the step, and everything stays as it was. Besides: those of `create`, `changed-meanwhile`.
   */
  async change(
    id: string,
    changes: AccountChanges,
    actor: Actor,
    precondition = Precondition.none,
  ): Promise<Account> {
    const former = await this.rows.find(id);
    // A first look, so that nobody waits for a check, or shows a password to a mail server, with a form that is out of date.
    // What counts is the second, in `store`: while the check waits on the network no row is locked, and others may be faster.
    precondition.require(accountEdition.tag(editableAnswer(former)));
    const candidate = await this.candidates.changed(former, changes);
    const settings = settingsOf(candidate);
    const newPassword = candidate.sealedPassword !== former.sealedPassword;
    const untested = newPassword || needsCheck(former, settings);
    const report = untested && former.state === 'live' ? await this.trial.insist(candidate) : null;
    await this.store(
      former,
      async (tx) => {
        // An envelope that did not change here may have been sealed anew meanwhile, with another key: it is left alone.
        const password = newPassword ? { sealedPassword: candidate.sealedPassword } : {};
        const tested = untested ? { lastCheck: report && lastCheck(report, this.clock.now()) } : {};
        const history = opensAnother(former, settings) && former.historyBefore ? { historyBefore: NOW } : {};
        await knownToken(touch(tx, id, { ...settings, ...password, ...tested, ...history }));
        const admitted = report !== null || opensAnother(former, settings);
        if (newPassword || needsRestart(former, settings)) await this.sessions.restart(id, tx, { admitted });
        await this.recordChange(candidate, changes, actor, tx);
        await this.recordTrust(former.tlsTrust, candidate, actor, tx);
      },
      precondition,
    );
    return this.rows.answer(id);
  }

  /**
   * Moves an account to another state: live after a check that went well (problem `account-check-failed`), which is made
   * now unless one just was; archived without its token, which is free for other uses then. Besides: `account-state-refused`, `address-required`.
   */
  async setState(id: string, state: AccountState, actor: Actor): Promise<Account> {
    const former = await this.rows.find(id);
    checkMove(former.state, state);
    if (former.state === state) return this.rows.answer(id);
    const goesLive = state === 'live';
    if (goesLive) requireAddress(former);
    const proven = passedJustNow(former, this.clock.now());
    const report = goesLive && !proven ? await this.trial.insist(former) : null;
    await this.store(former, async (tx) => {
      await touch(tx, id, {
        state,
        setBackAt: null,
        setBackCode: null,
        ...(report ? { lastCheck: lastCheck(report, this.clock.now()) } : {}),
        ...(goesLive ? { liveSince: NOW } : {}),
        ...(goesLive && former.historyBefore === null ? { historyBefore: NOW } : {}),
        ...(state === 'archived' ? { tokenId: null } : {}),
      });
      await this.sessions.restart(id, tx, { admitted: goesLive });
      const moved = { from: former.state, to: state };
      await this.audit.record(accountAudit('account-state-changed', former, actor, moved), tx);
    });
    return this.rows.answer(id);
  }

  /** Pauses every live account, in `tx`, and answers how many that were. */
  async pauseAll(tx: EntityManager): Promise<number> {
    const { affected } = await tx
      .getRepository(MailAccount)
      .update({ state: 'live' }, { state: 'paused', updatedAt: NOW });
    return affected ?? 0;
  }

  /** Tries a saved account, whatever its state, and keeps how it went, unless `listener` hung up before it was over. */
  async check(id: string, listener: Listener<AccountCheckStep> = {}): Promise<AccountCheckReport> {
    const account = await this.rows.find(id);
    const report = await this.trial.run(account, listener);
    if (!listener.hangUp?.aborted) await this.rows.keepCheck(account, lastCheck(report, this.clock.now()));
    return report;
  }

  /** Tries values that nobody has saved. Problems: those of `AccountCandidates`. */
  async checkUnsaved(
    values: AccountTrial,
    listener: Listener<AccountCheckStep> = {},
  ): Promise<AccountCheckReport> {
    return this.trial.run(await this.candidates.tried(values), listener);
  }

  /** What the rules say to a form that is being filled in. */
  findings(form: TypedForm<AccountDraft>): Promise<Findings> {
    return findingsOf(form, (draft) => this.judge(draft));
  }

  /** Judges values as storing them would, but for what is left out. Problems: those of `AccountCandidates`. */
  judge(draft: AccountDraft): Promise<void> {
    return this.candidates.judge(draft);
  }

  /** Fetches as soon as possible, on whichever instance. Problem `account-not-live`. */
  async fetchNow(id: string): Promise<Account> {
    const { state } = await this.rows.find(id);
    if (state !== 'live') throw mailAccountProblem('account-not-live', { params: { state } });
    await this.sessions.fetchNow(id);
    return this.rows.answer(id);
  }

  private async recordChange(
    account: MailAccount,
    { password, ...rest }: AccountChanges,
    actor: Actor,
    tx: EntityManager,
  ): Promise<void> {
    const fields = Object.keys(rest).toSorted().join(', ');
    if (fields !== '')
      await this.audit.record(accountAudit('account-changed', account, actor, { fields }), tx);
    if (password !== undefined)
      await this.audit.record(accountAudit('account-password-changed', account, actor), tx);
  }

  private async recordTrust(
    former: TlsTrust,
    account: Pick<MailAccount, 'id' | 'name' | 'tlsTrust'>,
    actor: Actor,
    tx: EntityManager,
  ): Promise<void> {
    if (trustWord(former) === trustWord(account.tlsTrust)) return;
    const moved = { from: former.kind, to: account.tlsTrust.kind };
    await this.audit.record(accountAudit('account-trust-changed', account, actor, moved), tx);
  }

  private async store(
    former: MailAccount,
    write: (tx: EntityManager) => Promise<void>,
    precondition = Precondition.none,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const row = await this.rows.locked(former.id, tx);
      precondition.require(accountEdition.tag(editableAnswer(row)));
      if (row.updatedAt.getTime() !== former.updatedAt.getTime()) {
        throw mailAccountProblem('account-changed-meanwhile', { params: { accountId: former.id } });
      }
      await write(tx);
    });
  }
}

// One that moved in from elsewhere may have none yet.
function requireAddress({ address, login }: MailAccount): void {
  if (address === '') throw mailAccountProblem('address-required', { field: 'address', params: { login } });
}

const NOW = (): string => 'mailroom.now()';

type Columns = Parameters<ReturnType<EntityManager['getRepository']>['update']>[1];

async function touch(tx: EntityManager, id: string, columns: Columns): Promise<void> {
  await tx.getRepository(MailAccount).update({ id }, { ...columns, updatedAt: NOW });
}

// Foreign key violation: the one key that an account has is its token.
async function knownToken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const driver = error instanceof QueryFailedError ? (error.driverError as { code?: string }) : {};
    if (driver.code === '23503') throw mailAccountProblem('account-token-unknown', { field: 'tokenId' });
    throw error;
  }
}

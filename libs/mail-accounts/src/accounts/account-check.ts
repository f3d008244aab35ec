import { Injectable } from '@nestjs/common';
import { Clock, Problem, type Listener } from '@mailroom/kernel';
import { OAuthClients, TokenHealth } from '@mailroom/oauth-tokens';
import { likelyCauses } from '../diagnosis/likely-causes.js';
import { type SignInCause } from '../diagnosis/sign-in-causes.js';
import { classifyMailFailure } from '../imap/fetch-failure.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { MailboxConnector } from '../mailbox/mailbox-connector.js';
import { type MailConnection } from '../mailbox/mailbox.js';
import { CheckNotes, failureOf } from './check-report.js';
import { type AccountCheckReport, type AccountCheckStep } from './check-steps.js';
import { CheckPatience } from './check-patience.js';
import { type MailAccount } from './mail-account.js';

/**
 * Test connection: everything a session does but fetching, on accounts in any state, saved or not. Changes nothing,
 * neither here nor in the mailbox. No step takes longer than 20 s, the whole no longer than a minute.
 */
@Injectable()
export class AccountCheck {
  constructor(
    private readonly connector: MailboxConnector,
    private readonly tokens: TokenHealth,
    private readonly clients: OAuthClients,
    private readonly clock: Clock,
  ) {}

  /**
   * Tries step by step and says how it went; `listener` hears of each step. Never throws for what it meets. When `listener`
   * hangs up, so does this, and what is answered is no judgement on the server.
   */
  async run(
    account: MailAccount,
    { tell, hangUp }: Listener<AccountCheckStep> = {},
  ): Promise<AccountCheckReport> {
    const notes = new CheckNotes(account.security, tell);
    const patience = new CheckPatience(hangUp);
    try {
      const connection = await this.connector.connect(account, patience.signal, (step, facts) => {
        notes.passed(step, facts);
        patience.nextStep();
      });
      await tryFolders(connection, account, notes, patience);
    } catch (error) {
      const problem = patience.blame(classifyMailFailure(error));
      notes.failed(this.timed(problem), await this.causesOf(problem, account));
    } finally {
      patience.stop();
    }
    return { steps: notes.steps };
  }

  /** The same, for who needs a yes: throws problem `account-check-failed` with the failing step and its code. */
  async insist(account: MailAccount): Promise<AccountCheckReport> {
    const report = await this.run(account);
    const failure = failureOf(report);
    if (!failure?.problem) return report;
    const { code, params, disposition } = failure.problem;
    throw mailAccountProblem('account-check-failed', {
      disposition,
      params: { ...params, step: failure.step, code },
    });
  }

  // Where the provider asked for a pause, the moment is what an admin wants to know.
  private timed(problem: Problem): Problem {
    const { code, kind, disposition, cause, params } = problem;
    const { retryAfterMs } = params;
    if (typeof retryAfterMs !== 'number' || retryAfterMs === 0) return problem;
    const retryAt = new Date(this.clock.now().getTime() + retryAfterMs).toISOString();
    return new Problem(code, kind, { disposition, cause, params: { ...params, retryAt } });
  }

  private async causesOf({ code, params }: Problem, account: MailAccount): Promise<readonly SignInCause[]> {
    const oauthStatus = String(params['oauthStatus'] ?? '');
    return likelyCauses({ code, oauthStatus, account, consented: await this.consented(account) });
  }

  // The token of an application is nobody's.
  private async consented({ tokenId }: MailAccount): Promise<string | null> {
    const [token] = tokenId === null ? [] : await this.tokens.of([tokenId]);
    if (!token) return null;
    const { flow } = await this.clients.get(token.clientId);
    return flow === 'client-credentials' ? null : token.mailbox;
  }
}

async function tryFolders(
  connection: MailConnection,
  account: MailAccount,
  notes: CheckNotes,
  patience: CheckPatience,
): Promise<void> {
  const hangUp = (): void => connection.hangUp();
  patience.signal.addEventListener('abort', hangUp, { once: true });
  try {
    let messages = 0;
    for (const folder of account.folders) messages += (await connection.open(folder, account)).messages ?? 0;
    notes.passed('folder', { folders: account.folders.length, messages });
    patience.nextStep();
    for (const folder of account.folders) await (await connection.open(folder, account)).tryRights(account);
    notes.passed('rights');
  } finally {
    patience.signal.removeEventListener('abort', hangUp);
    await connection.close();
  }
}

import { Injectable } from '@nestjs/common';
import { classifyMailFailure } from '../imap/fetch-failure.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { MailboxConnector } from '../mailbox/mailbox-connector.js';
import { type MailConnection } from '../mailbox/mailbox.js';
import { CheckNotes, failureOf, type AccountCheckReport } from './check-report.js';
import { type MailAccount } from './mail-account.js';

/**
 * Test connection: everything a session does but fetching, on accounts in any state, saved or not. Changes nothing,
 * neither here nor in the mailbox.
 */
@Injectable()
export class AccountCheck {
  constructor(private readonly connector: MailboxConnector) {}

  /** Tries step by step and says how it went. Never throws for what it meets. */
  async run(account: MailAccount): Promise<AccountCheckReport> {
    const notes = new CheckNotes();
    try {
      const connection = await this.connector.connect(account, undefined, (step) => notes.passed(step));
      try {
        await tryFolders(connection, account, notes);
      } finally {
        await connection.close();
      }
    } catch (error) {
      notes.failed(classifyMailFailure(error));
    }
    return { steps: notes.steps };
  }

  /** The same, for who needs a yes: throws problem `account-check-failed` with the failing step and its code. */
  async insist(account: MailAccount): Promise<void> {
    const failure = failureOf(await this.run(account));
    if (!failure?.problem) return;
    const { code, params, disposition } = failure.problem;
    throw mailAccountProblem('account-check-failed', {
      disposition,
      params: { ...params, step: failure.step, code },
    });
  }
}

async function tryFolders(
  connection: MailConnection,
  account: MailAccount,
  notes: CheckNotes,
): Promise<void> {
  for (const folder of account.folders) await connection.open(folder, account);
  notes.passed('folder');
  for (const folder of account.folders) await (await connection.open(folder, account)).tryRights(account);
  notes.passed('rights');
}

import { Injectable } from '@nestjs/common';
import { type ImapFlow } from 'imapflow';
import { answered } from '../fetch/deadline.js';
import { classifyMailFailure } from '../imap/fetch-failure.js';
import { MailboxConnector, type OpenMailbox } from '../imap/open-mailbox.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
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
      const mailbox = await this.connector.open(account, undefined, (step) => notes.passed(step));
      try {
        await tryRights(mailbox, account);
        notes.passed('rights');
      } finally {
        await mailbox.close();
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

async function tryRights({ client, exists }: OpenMailbox, account: MailAccount): Promise<void> {
  const readable = exists === 0 || (await answered(client, client.fetchOne('*', { uid: true, size: true })));
  if (!readable) throw mailAccountProblem('mailbox-folder-forbidden', { disposition: 'ask-admin' });
  const flag = { delete: '\\Deleted', move: '\\Deleted', seen: '\\Seen', leave: null }[account.disposition];
  if (flag !== null && !mayFlag(client, flag)) {
    throw mailAccountProblem('mailbox-read-only', { disposition: 'ask-admin' });
  }
  if (account.moveTo !== null && !(await hasFolder(client, account.moveTo))) {
    const params = { folder: account.moveTo };
    throw mailAccountProblem('mailbox-move-folder-missing', { disposition: 'ask-admin', params });
  }
}

async function hasFolder(client: ImapFlow, folder: string): Promise<boolean> {
  try {
    return (await answered(client, client.status(folder, { messages: true }))) !== false;
  } catch (error) {
    if (classifyMailFailure(error).code === 'mailbox-folder-missing') return false;
    throw error;
  }
}

// A server that does not say which flags can be set lets all be set (RFC 9051 section 7.1).
function mayFlag({ mailbox }: ImapFlow, flag: string): boolean {
  if (!mailbox || mailbox.readOnly) return false;
  return mailbox.permanentFlags?.has(flag) ?? true;
}

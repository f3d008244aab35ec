import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@mailroom/kernel';
import { MailAccount } from '../accounts/mail-account.js';
import { mailAccountProblem } from '../mail-accounts-problems.js';
import { type MailConnection, type SentCopy } from '../mailbox/mailbox.js';
import { MailboxVisits } from '../visits/mailbox-visits.js';
import { sentAccount, type SentOwner } from './sent-account.js';

/** The Sent folder of a mailbox while we are connected to it. */
export interface OpenSentFolder {
  /** False when the connection is over. */
  readonly usable: boolean;
  /**
   * Puts a copy there, read and with the time it was sent, unless a mail with its Message-ID is there already. Problems:
   * `sent-copy-refused`, `sent-folder-missing`, those of `classifyMailFailure`.
   */
  keep(copy: SentCopy): Promise<void>;
}

/** Finds the mailbox that sent mail belongs to among our live IMAP accounts, and opens its Sent folder. */
@Injectable()
export class SentFolders {
  constructor(
    private readonly database: Database,
    private readonly visits: MailboxVisits,
    private readonly clock: Clock,
  ) {}

  /**
   * Calls `work` with the folder. False when it could not be now, see `MailboxVisits.visit`. Problems:
   * `sent-mailbox-missing`, `mailbox-throttled`, those of `MailboxVisits.visit`.
   */
  async open(
    owner: SentOwner,
    signal: AbortSignal,
    work: (folder: OpenSentFolder) => Promise<void>,
  ): Promise<boolean> {
    const account = sentAccount(owner, await this.candidates(owner.mailbox));
    if (!account) {
      const params = { mailbox: owner.mailbox };
      throw mailAccountProblem('sent-mailbox-missing', { disposition: 'ask-admin', params });
    }
    const restMs = (account.notBefore?.getTime() ?? 0) - this.clock.now().getTime();
    if (restMs > 0) {
      const params = { host: account.host, port: account.port, retryAfterMs: restMs };
      throw mailAccountProblem('mailbox-throttled', { disposition: 'retry-later', params });
    }
    return this.visits.visit(account, signal, (connection) => work(folderOf(connection)));
  }

  private candidates(mailbox: string): Promise<MailAccount[]> {
    return this.database.run((em) =>
      em
        .getRepository(MailAccount)
        .createQueryBuilder('account')
        .where({ state: 'live', kind: 'imap' })
        .andWhere('lower(:mailbox) in (lower(account.login), lower(account.address))', { mailbox })
        .orderBy({ 'account.name': 'ASC', 'account.id': 'ASC' })
        .getMany(),
    );
  }
}

function folderOf(connection: MailConnection): OpenSentFolder {
  return {
    get usable() {
      return connection.usable;
    },
    keep: async (copy) => {
      if (!connection.keepSent) throw mailAccountProblem('sent-folder-missing', { disposition: 'ask-admin' });
      await connection.keepSent(copy);
    },
  };
}

import { Injectable } from '@nestjs/common';
import { classifyMailFailure } from '../imap/fetch-failure.js';
import { MailboxConnector } from '../mailbox/mailbox-connector.js';
import { AccountCandidates } from './account-candidates.js';
import { type AccountTrial } from './account-input.js';
import { CheckPatience } from './check-patience.js';
import { type FolderList } from './folder-list.js';

/** Looks which folders a mailbox has, for accounts that are saved and for values that are not. Changes nothing. */
@Injectable()
export class FolderBrowser {
  constructor(
    private readonly candidates: AccountCandidates,
    private readonly connector: MailboxConnector,
  ) {}

  /**
   * Signs in and lists, within a minute and no longer than somebody waits (`asker`). A protocol without folders has none to
   * list. Problems: those of `AccountCandidates` and of `MailboxConnector.connect`.
   */
  async list(values: AccountTrial, asker?: AbortSignal): Promise<FolderList> {
    const account = await this.candidates.tried(values);
    const patience = new CheckPatience(asker);
    try {
      const connection = await this.connector.connect(account, patience.signal, () => patience.nextStep());
      const hangUp = (): void => connection.hangUp();
      patience.signal.addEventListener('abort', hangUp, { once: true });
      try {
        return { items: [...((await connection.folders?.()) ?? [])] };
      } finally {
        await connection.close();
      }
    } catch (error) {
      throw patience.blame(classifyMailFailure(error));
    } finally {
      patience.stop();
    }
  }
}

import { Problem } from '@mailroom/kernel';
import { type MailAccount } from '../accounts/mail-account.js';
import { type Disposable } from '../deliveries/group-commit.js';
import { type Cursor } from '../mailbox/cursor.js';
import { type Mailbox } from '../mailbox/mailbox.js';
import { type MailDisposal } from './mail-disposal.js';

/**
 * What a drain still owes the mailbox. A server that will not dispose of mail (no such folder, read-only) stops no
 * fetching: the problem is kept, the debt stays in the ledger, and the next drain tries again.
 */
export class Debts {
  #owed: Disposable[] = [];
  #problem: Problem | null = null;

  constructor(
    private readonly disposal: MailDisposal,
    private readonly mailbox: Mailbox,
    private readonly account: MailAccount,
  ) {}

  /** What the server refused, if it did. */
  get problem(): Problem | null {
    return this.#problem;
  }

  add(mails: readonly Disposable[]): void {
    this.#owed.push(...mails);
  }

  /** Settles what earlier sessions left. */
  async settleOld(cursor: Cursor): Promise<void> {
    await this.unlessRefused(() => this.disposal.repair(this.mailbox, this.account, cursor));
  }

  /** Settles what was added once it is worth it. Only call it while no FETCH is being read. */
  async settleLot(): Promise<void> {
    if (this.#owed.length >= this.mailbox.lot) await this.settle();
  }

  /** Settles what was added. Only call it while no FETCH is being read. */
  async settle(): Promise<void> {
    if (this.#owed.length === 0) return;
    const owed = this.#owed.splice(0);
    await this.unlessRefused(() => this.disposal.apply(this.mailbox, this.account, owed));
  }

  private async unlessRefused(work: () => Promise<void>): Promise<void> {
    if (this.#problem) return;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'mailbox-disposal-refused') throw error;
      this.#problem = error;
    }
  }
}

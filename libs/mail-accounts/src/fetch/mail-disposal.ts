import { Injectable } from '@nestjs/common';
import { type MailAccount } from '../accounts/mail-account.js';
import { Disposals, type DueDisposal } from '../deliveries/disposals.js';
import { type Disposable } from '../deliveries/group-commit.js';
import { type Cursor } from '../mailbox/cursor.js';
import { type Mailbox } from '../mailbox/mailbox.js';
import { contentKeyOf } from '../parsing/pack.js';

/** Brings the mailbox in line with what was committed; the ledger remembers what is still owed. */
@Injectable()
export class MailDisposal {
  constructor(private readonly disposals: Disposals) {}

  /** Disposes of mail whose very bytes this session fetched and committed. */
  async apply(mailbox: Mailbox, account: MailAccount, mails: readonly Disposable[]): Promise<void> {
    const uids = mails.map(({ uid }) => uid).toSorted((one, other) => one - other);
    await mailbox.dispose(account, uids);
    await this.disposals.done(mails.map(({ id }) => id));
  }

  /**
   * Does what earlier sessions left undone. What is gone by now counts as done. Before anything is deleted or moved
   * its size and content must be those of the ledger; otherwise it is left alone for good. What the server does not show
   * stays owed.
   */
  async repair(mailbox: Mailbox, account: MailAccount, cursor: Cursor): Promise<void> {
    await this.disposals.drop(account.id, account.disposition === 'leave' ? null : cursor);
    let due = await this.disposals.due(account.id, cursor);
    for (let last = due.at(-1); last; last = due.at(-1)) {
      await this.repairSome(mailbox, account, due);
      due = await this.disposals.due(account.id, cursor, last.uid);
    }
  }

  private async repairSome(
    mailbox: Mailbox,
    account: MailAccount,
    due: readonly DueDisposal[],
  ): Promise<void> {
    const there = new Set(await mailbox.stillThere(due.map(({ uid }) => uid)));
    const gone = due.filter(({ uid }) => !there.has(uid));
    await this.disposals.done(gone.map(({ id }) => id));
    const present = due.filter(({ uid }) => there.has(uid));
    const harmless = account.disposition === 'seen';
    const { same, changed } = harmless
      ? { same: present, changed: [] }
      : await this.compared(mailbox, present);
    await this.apply(mailbox, account, same);
    await this.disposals.dropOnly(changed.map(({ id }) => id));
    await mailbox.disown?.(changed.map(({ uid }) => uid));
  }

  private async compared(
    mailbox: Mailbox,
    mails: readonly DueDisposal[],
  ): Promise<Record<'same' | 'changed', DueDisposal[]>> {
    const byUid = new Map(mails.map((mail) => [mail.uid, mail]));
    const found: Record<'same' | 'changed', DueDisposal[]> = { same: [], changed: [] };
    for await (const { uid, source } of mailbox.fetch([...byUid.keys()])) {
      const mail = byUid.get(uid);
      if (mail) found[isSame(mail, source) ? 'same' : 'changed'].push(mail);
    }
    return found;
  }
}

function isSame({ size, contentKey }: DueDisposal, source: Buffer): boolean {
  return source.length === size && contentKeyOf(source).equals(contentKey);
}

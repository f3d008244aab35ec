import { Injectable } from '@nestjs/common';
import { SentFolders } from '@mailroom/mail-accounts';
import { type SentMailbox, type SentMailboxes, type SentOwner } from '@mailroom/outgoing-servers';

/** Sent mail is kept in the mailboxes of our accounts. */
@Injectable()
export class SentInAccounts implements SentMailboxes {
  constructor(private readonly folders: SentFolders) {}

  open(
    owner: SentOwner,
    signal: AbortSignal,
    work: (mailbox: SentMailbox) => Promise<void>,
  ): Promise<boolean> {
    return this.folders.open(owner, signal, work);
  }
}

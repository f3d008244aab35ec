import { Global, Module } from '@nestjs/common';
import { MailAccountsModule } from '@mailroom/mail-accounts';
import { SentMailboxes } from '@mailroom/outgoing-servers';
import { SentInAccounts } from './sent-in-accounts.js';

/** What outgoing servers send finds the mailboxes of accounts. Global, because the outbox does not know who has them. */
@Global()
@Module({
  imports: [MailAccountsModule],
  providers: [{ provide: SentMailboxes, useClass: SentInAccounts }],
  exports: [SentMailboxes],
})
export class SentCopiesModule {}

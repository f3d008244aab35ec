import { Module } from '@nestjs/common';
import { OAuthTokensModule } from '@mailroom/oauth-tokens';
import { AccountCandidates } from './accounts/account-candidates.js';
import { AccountCheck } from './accounts/account-check.js';
import { AccountHealth } from './accounts/account-health.js';
import { AccountRows } from './accounts/account-rows.js';
import { AccountTokenUse } from './accounts/account-token-use.js';
import { AccountsController } from './accounts/accounts.controller.js';
import { MailAccounts } from './accounts/mail-accounts.js';
import { MailArchive } from './archive/mail-archive.js';
import { MailboxCredentials } from './imap/mailbox-credentials.js';
import { MailboxConnector } from './imap/open-mailbox.js';
import { MailParser } from './parsing/mail-parser.js';
import { SessionRequests } from './sessions/session-requests.js';

const SERVICES = [MailAccounts, MailArchive, AccountHealth];

/** Accounts, the sessions that fetch their mail, the ledger and the archive. Needs the kernel, which is global. */
@Module({
  imports: [OAuthTokensModule],
  controllers: [AccountsController],
  providers: [
    ...SERVICES,
    AccountRows,
    AccountCandidates,
    AccountCheck,
    AccountTokenUse,
    MailboxCredentials,
    MailboxConnector,
    MailParser,
    SessionRequests,
  ],
  exports: SERVICES,
})
export class MailAccountsModule {}

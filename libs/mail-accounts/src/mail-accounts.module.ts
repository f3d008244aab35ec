import { Module } from '@nestjs/common';
import { SessionRequests } from './sessions/session-requests.js';

/** Accounts, the sessions that fetch their mail, the ledger and the archive. */
@Module({
  providers: [SessionRequests],
})
export class MailAccountsModule {}

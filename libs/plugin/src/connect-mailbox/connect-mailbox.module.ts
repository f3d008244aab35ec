import { Module } from '@nestjs/common';
import { MailAccountsModule } from '@mailroom/mail-accounts';
import { OAuthTokensModule } from '@mailroom/oauth-tokens';
import { OutgoingServersModule } from '@mailroom/outgoing-servers';
import { ConnectMailboxController } from './connect-mailbox.controller.js';
import { ConnectMailbox } from './connect-mailbox.js';

/** One consent for both directions. */
@Module({
  imports: [OAuthTokensModule, MailAccountsModule, OutgoingServersModule],
  controllers: [ConnectMailboxController],
  providers: [ConnectMailbox],
})
export class ConnectMailboxModule {}

import { Module } from '@nestjs/common';
import { MailAccountsModule } from '@mailroom/mail-accounts';
import { OutgoingServersModule } from '@mailroom/outgoing-servers';
import { OverviewController } from './overview.controller.js';
import { Overview } from './overview.js';

/** How the mail room does, over all libs. */
@Module({
  imports: [MailAccountsModule, OutgoingServersModule],
  controllers: [OverviewController],
  providers: [Overview],
})
export class OverviewModule {}

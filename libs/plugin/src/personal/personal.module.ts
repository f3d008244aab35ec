import { Module } from '@nestjs/common';
import { OAuthTokensModule } from '@mailroom/oauth-tokens';
import { OutgoingServersModule } from '@mailroom/outgoing-servers';
import { OwnMailboxes } from './own-mailboxes.js';
import { PersonalConsent } from './personal-consent.js';
import { PersonalMailboxes } from './personal-mailboxes.js';
import { PersonalMailboxController } from './personal.controller.js';

/** Staff who are no admins connect a mailbox of their own, and nothing else. */
@Module({
  imports: [OAuthTokensModule, OutgoingServersModule],
  controllers: [PersonalMailboxController],
  providers: [OwnMailboxes, PersonalConsent, PersonalMailboxes],
  exports: [OwnMailboxes],
})
export class PersonalModule {}

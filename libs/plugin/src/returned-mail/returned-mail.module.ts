import { Module } from '@nestjs/common';
import { MailAccountsModule } from '@mailroom/mail-accounts';
import { OutgoingServersModule } from '@mailroom/outgoing-servers';
import { ReturnedMail } from './returned-mail.js';

/** Bounces and complaints find the mail that they are about. */
@Module({ imports: [MailAccountsModule, OutgoingServersModule], providers: [ReturnedMail] })
export class ReturnedMailModule {}

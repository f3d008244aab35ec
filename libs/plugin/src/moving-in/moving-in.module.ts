import { Module } from '@nestjs/common';
import { MovingIn } from '@mailroom/kernel';
import { MailAccountsModule } from '@mailroom/mail-accounts';
import { OutgoingServersModule } from '@mailroom/outgoing-servers';
import { MovingInController } from './moving-in.controller.js';
import { MovingInService } from './moving-in.service.js';

/** What other systems exported, taken in. */
@Module({
  imports: [MailAccountsModule, OutgoingServersModule],
  controllers: [MovingInController],
  providers: [{ provide: MovingIn, useClass: MovingInService }],
})
export class MovingInModule {}

import { Module } from '@nestjs/common';
import { MailAccountsModule } from '@mailroom/mail-accounts';
import { OutgoingServersModule } from '@mailroom/outgoing-servers';
import { RoundTripController } from './round-trip.controller.js';
import { RoundTrip } from './round-trip.js';

/** From one of our servers to one of our accounts. */
@Module({
  imports: [MailAccountsModule, OutgoingServersModule],
  controllers: [RoundTripController],
  providers: [RoundTrip],
})
export class RoundTripModule {}

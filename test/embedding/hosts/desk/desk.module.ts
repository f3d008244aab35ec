import { Module } from '@nestjs/common';
import { Crm } from './crm.js';
import { DeskController } from './desk.controller.js';
import { EnquiryIntake } from './enquiry-intake.js';
import { Replies } from './replies.js';

/** The part of a host that mail has to do with. */
@Module({
  controllers: [DeskController],
  providers: [EnquiryIntake, Replies, Crm],
  exports: [EnquiryIntake],
})
export class DeskModule {}

import { Module } from '@nestjs/common';
import { TicketIntake } from './ticket-intake.js';

/** Where mail comes in. */
@Module({ providers: [TicketIntake], exports: [TicketIntake] })
export class IntakeModule {}

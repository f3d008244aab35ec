import { Module } from '@nestjs/common';
import { Acknowledgements } from './acknowledgements.js';
import { TicketIntake } from './ticket-intake.js';

/** Where mail comes in. */
@Module({ providers: [TicketIntake, Acknowledgements], exports: [TicketIntake] })
export class IntakeModule {}

import { Module } from '@nestjs/common';
import { Acknowledgements } from './acknowledgements.js';
import { Intake } from './intake.js';
import { TicketIntake } from './ticket-intake.js';

/** Where mail comes in. */
@Module({ providers: [Intake, TicketIntake, Acknowledgements], exports: [Intake] })
export class IntakeModule {}

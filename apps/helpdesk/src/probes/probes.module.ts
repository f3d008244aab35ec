import { Module } from '@nestjs/common';
import { ProbesController } from './probes.controller.js';

/** Liveness, readiness and metrics. */
@Module({ controllers: [ProbesController] })
export class ProbesModule {}

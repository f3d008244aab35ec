import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';

/** The audit log, to read and to take along. */
@Module({ controllers: [AuditController] })
export class AuditModule {}

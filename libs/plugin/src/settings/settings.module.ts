import { Module } from '@nestjs/common';
import { RetentionController } from '../retention/retention.controller.js';
import { SettingsController } from './settings.controller.js';

/** The settings that admins change, and what those on retention have come to. */
@Module({ controllers: [SettingsController, RetentionController] })
export class SettingsModule {}

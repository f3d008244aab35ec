import { Module } from '@nestjs/common';
import { SettingsController } from './settings.controller.js';

/** The settings that admins change. */
@Module({ controllers: [SettingsController] })
export class SettingsModule {}

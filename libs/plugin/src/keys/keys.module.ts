import { Module } from '@nestjs/common';
import { KeysController } from './keys.controller.js';

/** The keys that secrets are sealed with. */
@Module({ controllers: [KeysController] })
export class KeysModule {}

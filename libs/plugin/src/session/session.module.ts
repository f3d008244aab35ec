import { Module } from '@nestjs/common';
import { SessionController } from './session.controller.js';

/** Who is administering mail just now. */
@Module({ controllers: [SessionController] })
export class SessionModule {}

import { Module } from '@nestjs/common';
import { EndPageSessionController, PageSessionController } from './page-session.controller.js';
import { PagePasses } from './page-passes.js';
import { PagePlace } from './page-place.js';
import { PageSessions } from './page-sessions.js';

/** The pages for people whom the host knows by bearer tokens. */
@Module({
  controllers: [PageSessionController, EndPageSessionController],
  providers: [PagePasses, PagePlace, PageSessions],
  exports: [PageSessions],
})
export class PageSessionModule {}

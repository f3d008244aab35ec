import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type ExtraPorts, HelpdeskModule } from './helpdesk.module.js';
import { migrate } from './migrations/migrate.js';
import { type HelpdeskSettings } from './settings/helpdesk-settings.js';

/** A helpdesk on its database, ready to listen. `extra` binds ports for tests. */
export async function createHelpdesk(
  settings: HelpdeskSettings,
  extra: ExtraPorts = {},
): Promise<NestExpressApplication> {
  await migrate(settings.databaseUrl);
  const app = await NestFactory.create<NestExpressApplication>(HelpdeskModule.forRoot(settings, extra), {
    logger: ['error', 'warn'],
    abortOnError: false,
    forceCloseConnections: true,
  });
  app.disable('x-powered-by');
  return app;
}

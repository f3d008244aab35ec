import 'reflect-metadata';
import { Logger, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { correlate } from '@mailroom/plugin';
import { type ExtraPorts, HelpdeskModule } from './helpdesk.module.js';
import { HelpdeskLogger, nestLevels, type LogSettings } from './logging/helpdesk-logger.js';
import { migrate } from './migrations/migrate.js';
import { type HelpdeskSettings } from './settings/helpdesk-settings.js';

/** A helpdesk on its database, ready to listen. `extra` binds ports for tests; without `log` what went wrong is written, and no more. */
export async function createHelpdesk(
  settings: HelpdeskSettings,
  extra: ExtraPorts = {},
  log?: LogSettings,
): Promise<NestExpressApplication> {
  await migrate(settings.databaseUrl);
  const app = await NestFactory.create<NestExpressApplication>(HelpdeskModule.forRoot(settings, extra), {
    logger: log ? loggerOf(log) : ['error', 'warn'],
    abortOnError: false,
    forceCloseConnections: true,
  });
  app.disable('x-powered-by');
  app.use(correlate);
  return app;
}

/** The logger of these settings, and Nest told which levels it has. */
export function loggerOf(log: LogSettings): LoggerService {
  Logger.overrideLogger(nestLevels(log.level));
  return new HelpdeskLogger(log);
}

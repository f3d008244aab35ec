import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { loggerOf } from './create-helpdesk.js';
import { HelpdeskModule } from './helpdesk.module.js';
import { migrate } from './migrations/migrate.js';
import { readEnvironment } from './settings/environment.js';
import { checkProduction, logSettings } from './settings/helpdesk-settings.js';
import { House } from './start/house.js';
import { openSettings } from './start/open-settings.js';

/**
 * The helpdesk without its pages, for the command line: same settings, same database (the embedded one is joined when it
 * runs, and started when it does not). `close` leaves everything as it was found.
 */
export async function createContext({ work }: { work: boolean }) {
  const house = new House();
  try {
    const environment = { ...readEnvironment(), WORK: work };
    checkProduction(environment);
    const { settings } = await openSettings(environment, house);
    await migrate(settings.databaseUrl);
    const module = HelpdeskModule.forRoot(settings);
    const context = await NestFactory.createApplicationContext(module, {
      // What a command answers is on the other output.
      logger: loggerOf(logSettings({ LOG_LEVEL: 'warn', ...environment }, process.stderr)),
      abortOnError: false,
    });
    house.opened('The helpdesk', () => context.close());
    return { get: context.get.bind(context), close: () => house.close() };
  } catch (error) {
    await house.close();
    throw error;
  }
}

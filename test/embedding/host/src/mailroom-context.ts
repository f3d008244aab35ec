import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { settingsOf } from './settings.js';

/** What `npx mailroom --host ./dist/mailroom-context.js` boots. */
export function createContext({ work }: { work: boolean }) {
  return NestFactory.createApplicationContext(AppModule.with({ ...settingsOf(process.env), work }), {
    logger: ['error', 'warn'],
  });
}

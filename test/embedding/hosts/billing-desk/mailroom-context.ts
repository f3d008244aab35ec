// #region context
import { NestFactory } from '@nestjs/core';
import { settingsOf } from '../desk/settings.js';
import { AppModule } from './app.module.js';

/** What `npx mailroom --host ./dist/billing-desk/mailroom-context.js` boots. */
export function createContext({ work }: { work: boolean }) {
  return NestFactory.createApplicationContext(AppModule.with({ ...settingsOf(process.env), work }), {
    logger: ['error', 'warn'],
  });
}
// #endregion

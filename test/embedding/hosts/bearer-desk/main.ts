import { Logger as NestLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { correlate } from 'nestjs-mailroom';
import { Logger } from 'nestjs-pino';
import { settingsOf } from '../desk/settings.js';
import { AppModule } from './app.module.js';

// #region logger
// Nest asks this before it hands a record on: what nobody writes is not even made.
NestLogger.overrideLogger(['fatal', 'error', 'warn', 'log']);
const app = await NestFactory.create(AppModule, { bufferLogs: true });
app.useLogger(app.get(Logger));
app.use(correlate);
// #endregion
app.setGlobalPrefix('backend');
app.enableShutdownHooks();
await app.listen(settingsOf(process.env).port, 'localhost');
console.log('ready');

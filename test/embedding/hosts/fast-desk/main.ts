// #region fastify
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { settingsOf } from '../desk/settings.js';
import { AppModule } from './app.module.js';

const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(), {
  logger: ['error', 'warn'],
});
app.setGlobalPrefix('backend');
app.enableShutdownHooks();
await app.listen(settingsOf(process.env).port, 'localhost');
// #endregion
console.log('ready');

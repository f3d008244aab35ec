import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { settingsOf } from './desk/settings.js';

async function start(): Promise<void> {
  const app = await NestFactory.create(AppModule, { logger: ['error', 'warn'] });
  app.setGlobalPrefix('backend');
  app.enableShutdownHooks();
  await app.listen(settingsOf(process.env).port, 'localhost');
  // The compiler wrote this file, and Node loads it, as CommonJS.
  console.log(typeof require === 'function' ? 'ready' : 'not CommonJS');
}

void start();

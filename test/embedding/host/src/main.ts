import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { settingsOf } from './settings.js';

const app = await NestFactory.create(AppModule.with(settingsOf(process.env)), { logger: ['error', 'warn'] });
app.setGlobalPrefix('backend');
app.enableShutdownHooks();
await app.listen(Number(process.env['PORT']), 'localhost');
console.log('ready');

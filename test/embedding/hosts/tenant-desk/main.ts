import { NestFactory } from '@nestjs/core';
import { settingsOf } from '../desk/settings.js';
import { AppModule } from './app.module.js';

const app = await NestFactory.create(AppModule, { logger: ['error', 'warn'] });
app.enableShutdownHooks();
await app.listen(settingsOf(process.env).port, 'localhost');
console.log('ready');

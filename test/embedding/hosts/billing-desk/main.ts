import { NestFactory } from '@nestjs/core';
import { settingsOf } from '../desk/settings.js';
import { AppModule } from './app.module.js';

// #region main
const settings = settingsOf(process.env);
const app = await NestFactory.create(AppModule.with(settings), { logger: ['error', 'warn'] });
app.setGlobalPrefix('backend');
app.enableShutdownHooks();
await app.listen(settings.port, 'localhost');
// #endregion
console.log('ready');

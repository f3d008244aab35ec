// A process of its own that asks for access tokens: a small host on the built libs, driven over IPC. It answers with
// digests, because tokens do not travel.
import { createHash } from 'node:crypto';
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessTokens } from '../../dist/libs/oauth-tokens/src/index.js';
import {
  AdminAccess,
  InboundMailHandler,
  MailroomModule,
  ignored,
} from '../../dist/libs/plugin/src/index.js';

const [url, publicUrl] = process.argv.slice(2);

class Intake extends InboundMailHandler {
  handle = async () => ignored('this host takes no mail');
}
class Access extends AdminAccess {
  actorOf = async () => null;
  actorById = async () => null;
  mayAdminister = async () => false;
}
class Ports {}
Module({ providers: [Intake, Access], exports: [Intake, Access] })(Ports);
class Host {}
Module({
  imports: [
    TypeOrmModule.forRoot({ type: 'postgres', url, autoLoadEntities: true, poolSize: 4 }),
    ScheduleModule.forRoot(),
    MailroomModule.forRootAsync(
      { useFactory: () => ({ publicUrl, maxConnections: 2, privateNetworks: ['127.0.0.0/8', '::1/128'] }) },
      { imports: [Ports], inboundMail: Intake, adminAccess: Access },
    ),
  ],
})(Host);

const app = await NestFactory.createApplicationContext(Host, { logger: false, abortOnError: false });
const tokens = app.get(AccessTokens, { strict: false });

const ask = async (tokenId) => {
  try {
    const { value } = await tokens.get(tokenId);
    return createHash('sha256').update(value.reveal()).digest('hex');
  } catch (error) {
    return error.code ?? String(error);
  }
};

process.on('message', ({ tokenId, times }) => {
  // `ask` answers with a code where it fails, so this never rejects.
  void Promise.all(Array.from({ length: times }, () => ask(tokenId))).then((answers) =>
    process.send({ answers }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });

// A host on the built libs for benches that drive a process of their own over IPC.
import { randomUUID } from 'node:crypto';
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { TokenSeals } from '../../dist/libs/oauth-tokens/src/tokens/token-seals.js';
import {
  AdminAccess,
  InboundMailHandler,
  MailroomModule,
  ignored,
} from '../../dist/libs/plugin/src/index.js';

class Intake extends InboundMailHandler {
  handle = async () => ignored('this host takes no mail');
}
class Access extends AdminAccess {
  actorOf = async () => ({ id: 'bench', name: 'bench' });
  actorById = this.actorOf;
  mayAdminister = async () => true;
}

/** Boots a host with Mailroom on this database and serves its pages on `port` of localhost. */
export async function bootHost(url, publicUrl, port) {
  class Ports {}
  Module({ providers: [Intake, Access], exports: [Intake, Access] })(Ports);
  class Host {}
  Module({
    imports: [
      TypeOrmModule.forRoot({ type: 'postgres', url, autoLoadEntities: true, poolSize: 6 }),
      ScheduleModule.forRoot(),
      MailroomModule.forRootAsync(
        { useFactory: () => ({ publicUrl, maxConnections: 4, privateNetworks: ['127.0.0.0/8', '::1/128'] }) },
        { imports: [Ports], inboundMail: Intake, adminAccess: Access },
      ),
    ],
  })(Host);
  const app = await NestFactory.create(Host, { logger: false, abortOnError: false });
  await app.listen(Number(port), 'localhost');
  return app;
}

/** Stores issued tokens under a client, as a consent would have. */
export async function adopt(app, { clientId, endpoint, issued }) {
  const seals = app.get(TokenSeals, { strict: false });
  const ids = [];
  for (const { address, accessToken, refreshToken, expiresIn, scope } of issued) {
    const id = randomUUID();
    const sealed = [seals.sealAccess(id, accessToken), seals.sealRefresh(id, endpoint, refreshToken)];
    await app.get(DataSource).query(
      `insert into mailroom.oauth_token (id, client_id, since, mailbox, subject, scope, sealed_access,
         access_obtained_at, access_expires_at, sealed_refresh, refresh_obtained_at, connected_at, connected_by)
       values ($1, $2, mailroom.now(), $3, $3, $4, $5, mailroom.now(),
               mailroom.now() + $6 * interval '1 second', $7, mailroom.now(), mailroom.now(), 'bench')`,
      [id, clientId, address, scope, sealed[0], expiresIn, sealed[1]],
    );
    ids.push(id);
  }
  return ids;
}

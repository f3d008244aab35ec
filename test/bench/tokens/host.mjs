// A host on the built libs as a process of its own, driven over IPC: it holds tokens, asks for them, and shows its pages'
// API to whoever comes. Answers are digests of tokens, never tokens.
import { createHash, randomUUID } from 'node:crypto';
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AccessTokens } from '../../../dist/libs/oauth-tokens/src/index.js';
import { TokenSeals } from '../../../dist/libs/oauth-tokens/src/tokens/token-seals.js';
import {
  AdminAccess,
  InboundMailHandler,
  MailroomModule,
  ignored,
} from '../../../dist/libs/plugin/src/index.js';

const [url, publicUrl, port] = process.argv.slice(2);

class Intake extends InboundMailHandler {
  handle = async () => ignored('this host takes no mail');
}
class Access extends AdminAccess {
  actorOf = async () => ({ id: 'bench', name: 'bench' });
  actorById = this.actorOf;
  mayAdminister = async () => true;
}
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
const database = app.get(DataSource);
const tokens = app.get(AccessTokens, { strict: false });
const seals = app.get(TokenSeals, { strict: false });

const digest = (value) => createHash('sha256').update(value.reveal()).digest('hex');

/** How often a second `once` can be done, one after the other, for `milliseconds`. */
async function rate(milliseconds, once) {
  for (let warm = 0; warm < 200; warm += 1) await once();
  const begun = performance.now();
  let count = 0;
  for (; performance.now() - begun < milliseconds; count += 1) await once();
  return (count * 1000) / (performance.now() - begun);
}

const work = {
  /** Stores issued tokens under a client, as a consent would have. */
  adopt: async ({ clientId, endpoint, issued }) => {
    const ids = [];
    for (const { address, accessToken, refreshToken, expiresIn, scope } of issued) {
      const id = randomUUID();
      const sealed = [seals.sealAccess(id, accessToken), seals.sealRefresh(id, endpoint, refreshToken)];
      await database.query(
        `insert into mailroom.oauth_token (id, client_id, since, mailbox, subject, scope, sealed_access,
           access_obtained_at, access_expires_at, sealed_refresh, refresh_obtained_at, connected_at, connected_by)
         values ($1, $2, mailroom.now(), $3, $3, $4, $5, mailroom.now(),
                 mailroom.now() + $6 * interval '1 second', $7, mailroom.now(), mailroom.now(), 'bench')`,
        [id, clientId, address, scope, sealed[0], expiresIn, sealed[1]],
      );
      ids.push(id);
    }
    return ids;
  },
  hot: ({ tokenId, milliseconds }) => rate(milliseconds, () => tokens.get(tokenId)),
  selects: ({ milliseconds }) => rate(milliseconds, () => database.query('select 1')),
  /** Seconds that it takes to get all of them, so many at once. */
  getAll: async ({ tokenIds, atOnce }) => {
    const waiting = [...tokenIds];
    const begun = performance.now();
    const hand = async () => {
      for (let id = waiting.pop(); id; id = waiting.pop()) await tokens.get(id);
    };
    await Promise.all(Array.from({ length: atOnce }, hand));
    return (performance.now() - begun) / 1000;
  },
  storm: async ({ tokenId, callers }) => {
    const got = await Promise.all(Array.from({ length: callers }, () => tokens.get(tokenId)));
    return got.map(({ value }) => digest(value));
  },
};

process.on('message', ({ name, input }) => {
  void (async () => {
    try {
      process.send({ answer: await work[name](input) });
    } catch (error) {
      process.send({ problem: error.message });
    }
  })();
});
process.on('disconnect', () => process.exit(0));
process.send({ answer: null });

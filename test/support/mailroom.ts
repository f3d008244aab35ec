import {
  Module,
  type DynamicModule,
  type INestApplicationContext,
  type LoggerService,
  type Type,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import {
  Clock,
  MailroomModule,
  type KeyRing,
  type MailroomHost,
  type MailroomOptions,
} from '@mailroom/plugin';
import { HandMovedClock } from '@mailroom/plugin/testing';
import { anyFreePort } from '../../apps/helpdesk/src/embedded-postgres/port.js';
import { freshDatabase, type TestDatabase } from './database.js';
import { ACTOR_HEADER, HeaderAccess, HostModule, RecordingIntake } from './host.js';

/** What the specs' host answers to a request. */
export interface Answer<Body = any> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** A booted host with Mailroom inside, on its own database. */
export interface RunningMailroom {
  readonly url: string;
  readonly app: NestExpressApplication;
  readonly database: TestDatabase;
  readonly dataSource: DataSource;
  readonly intake: RecordingIntake;
  readonly access: HeaderAccess;
  /** Asks the admin API as `admin` (or `actor`) from our own origin; `path` is below `/mailroom/api/`. */
  api<Body = any>(
    method: string,
    path: string,
    body?: unknown,
    actor?: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<Body>>;
  /** Moves the clocks of this process and of the database on. */
  timePasses(passed: { days?: number; hours?: number; minutes?: number; seconds?: number }): Promise<void>;
  /** Rows that the host stored through `tx`, in order. */
  hostMail(): Promise<{ delivery_id: string; account_id: string; subject: string; sender: string | null }[]>;
  /** Closes the host; drops the database unless it was brought along. */
  stop(): Promise<void>;
}

/** How the specs' host differs from the usual one. */
export interface MailroomSetUp {
  readonly work?: boolean;
  readonly maxConnections?: number;
  /** Share a database between two hosts: pass the first one's. */
  readonly database?: TestDatabase;
  /** Null leaves the option out: the stored setting decides. */
  readonly publicUrl?: string | null;
  readonly keyRing?: Type<KeyRing>;
  /** Further options of the host. */
  readonly options?: MailroomOptions;
  /** What it binds besides. */
  readonly host?: Partial<MailroomHost>;
  readonly logger?: LoggerService | false | ('error' | 'warn' | 'log')[];
}

/** Boots a host on a free port of http://localhost with Mailroom mounted at `/mailroom`. */
export async function startMailroom(setUp: MailroomSetUp = {}): Promise<RunningMailroom> {
  const database = setUp.database ?? (await freshDatabase());
  const port = await anyFreePort();
  const origin = `http://localhost:${port}`;
  const app = await NestFactory.create<NestExpressApplication>(rootModule(database.url, origin, setUp), {
    logger: setUp.logger ?? ['error', 'warn'],
    abortOnError: false,
  });
  const dataSource = app.get(DataSource);
  await dataSource.query(
    'create table if not exists host_mail (id serial primary key, delivery_id text not null, account_id text not null, subject text, sender text)',
  );
  await app.listen(port, 'localhost');
  return {
    url: origin,
    app,
    database,
    dataSource,
    intake: app.get(RecordingIntake),
    access: app.get(HeaderAccess),
    api: (method, path, body, actor = 'admin', headers = {}) =>
      ask(origin, method, path, body, actor, headers),
    timePasses: (passed) => moveTime(dataSource, app.get(HandMovedClock), passed),
    hostMail: () =>
      dataSource.query('select delivery_id, account_id, subject, sender from host_mail order by id'),
    stop: async () => {
      await app.close();
      if (!setUp.database) await database.drop();
    },
  };
}

/** The same host without HTTP and without work, as the command line opens it. The caller closes it. */
export function openContext(
  database: TestDatabase,
  publicUrl: string | null = null,
): Promise<INestApplicationContext> {
  const host = rootModule(database.url, 'http://localhost', { work: false, publicUrl });
  return NestFactory.createApplicationContext(host, { logger: ['error'], abortOnError: false });
}

function rootModule(databaseUrl: string, origin: string, setUp: MailroomSetUp) {
  @Module({
    imports: [
      TypeOrmModule.forRoot({ type: 'postgres', url: databaseUrl, autoLoadEntities: true, poolSize: 10 }),
      ScheduleModule.forRoot(),
      MailroomModule.forRootAsync(
        {
          useFactory: () => ({
            ...(setUp.publicUrl === null ? {} : { publicUrl: setUp.publicUrl ?? origin }),
            work: setUp.work ?? true,
            maxConnections: setUp.maxConnections ?? 4,
            privateNetworks: ['127.0.0.0/8', '::1/128'],
            ...setUp.options,
          }),
        },
        {
          imports: [HostModule, ClockModule, keysModule(setUp)],
          inboundMail: RecordingIntake,
          adminAccess: HeaderAccess,
          clock: HandMovedClock,
          ...(setUp.keyRing ? { keyRing: setUp.keyRing } : {}),
          ...setUp.host,
        },
      ),
    ],
  })
  class SpecHost {}
  return SpecHost;
}

@Module({
  providers: [HandMovedClock, { provide: Clock, useExisting: HandMovedClock }],
  exports: [HandMovedClock],
})
class ClockModule {}

function keysModule({ keyRing }: MailroomSetUp): DynamicModule {
  const providers = keyRing ? [keyRing] : [];
  return { module: KeysModule, providers, exports: providers };
}

@Module({})
class KeysModule {}

async function ask(
  origin: string,
  method: string,
  path: string,
  body: unknown,
  actor: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const response = await fetch(`${origin}/mailroom/api/${path}`, {
    method,
    headers: {
      [ACTOR_HEADER]: actor,
      origin,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  });
  const text = await response.text();
  const json = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, body: json ? JSON.parse(text) : text, headers: response.headers };
}

async function moveTime(
  dataSource: DataSource,
  clock: HandMovedClock,
  { days = 0, hours = 0, minutes = 0, seconds = 0 }: Parameters<RunningMailroom['timePasses']>[0],
): Promise<void> {
  const milliseconds = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  clock.moveOn(milliseconds);
  await dataSource.query(`update mailroom.clock set shift = shift + $1 * interval '1 millisecond'`, [
    milliseconds,
  ]);
}

import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { ScheduleModule } from '@nestjs/schedule';
import { DataSource } from 'typeorm';
import {
  AdminAccess,
  Clock,
  Database,
  DevelopmentKeyRing,
  KernelModule,
  KeyRing,
  Settings,
  SystemClock,
  type Actor,
} from '@mailroom/kernel';
import { migrate } from '../../libs/plugin/src/start/migrate.js';

/** The kernel alone, at work on a database. */
export interface RunningKernel {
  readonly app: NestExpressApplication;
  readonly dataSource: DataSource;
  /** Shuts it down; again, it does nothing. */
  readonly close: () => Promise<void>;
}

/** Boots the kernel on a database that it brings up to date. `prepare` comes before its modules start. */
export async function startKernel(
  url: string,
  {
    prepare = () => undefined,
    work = true,
    clock = SystemClock,
    entities = [],
  }: {
    prepare?: (app: NestExpressApplication) => void;
    work?: boolean;
    clock?: Type<Clock>;
    entities?: readonly Type[];
  } = {},
): Promise<RunningKernel> {
  const dataSource = await new DataSource({
    type: 'postgres',
    url,
    poolSize: 6,
    entities: [...entities],
  }).initialize();
  await migrate(dataSource);
  const ground = {
    imports: [],
    providers: [
      { provide: Settings, useValue: settings(work) },
      { provide: Database, useValue: new Database(dataSource, 3) },
      clock,
      { provide: Clock, useExisting: clock },
      { provide: KeyRing, useClass: DevelopmentKeyRing },
      { provide: AdminAccess, useClass: NobodyElse },
    ],
  };
  @Module({ imports: [ScheduleModule.forRoot(), KernelModule.on(ground)] })
  class Root {}
  const app = await NestFactory.create<NestExpressApplication>(Root, { logger: false });
  prepare(app);
  await app.init();
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await app.close();
    await dataSource.destroy();
  };
  return { app, dataSource, close };
}

const settings = (work: boolean): Settings =>
  new Settings({
    publicUrl: new URL('http://localhost:1'),
    mountPath: 'mailroom',
    work,
    maxConnections: 3,
    privateNetworks: [],
  });

class NobodyElse extends AdminAccess {
  override actorOf = (): Promise<Actor | null> => Promise.resolve(null);
  override actorById = (): Promise<Actor | null> => Promise.resolve(null);
  override mayAdminister = (): Promise<boolean> => Promise.resolve(false);
}

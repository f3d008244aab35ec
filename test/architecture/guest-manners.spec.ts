import {
  ArgumentsHost,
  Catch,
  Controller,
  Get,
  Injectable,
  Module,
  Query,
  type CanActivate,
  type ExceptionFilter,
  type ExecutionContext,
  type PipeTransform,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, ModulesContainer, NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { Interval, ScheduleModule, SchedulerRegistry } from '@nestjs/schedule';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import {
  Column,
  DataSource,
  Entity,
  PrimaryGeneratedColumn,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import { MailroomModule, StartRefusal } from '@mailroom/plugin';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { ACTOR_HEADER, HeaderAccess, HostModule, RecordingIntake } from '../support/host.js';

@Entity({ name: 'invoice' })
class Invoice {
  @PrimaryGeneratedColumn()
  id: number;

  @Column({ type: 'text' })
  number: string;
}

class HostTables1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table invoice (id serial primary key, number text not null)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table invoice');
  }
}

const asked = { guard: [] as string[], pipe: 0, filter: [] as string[] };

@Injectable()
class HostGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { url, headers } = context
      .switchToHttp()
      .getRequest<{ url: string; headers: Record<string, string> }>();
    asked.guard.push(url);
    return headers['x-locked-out'] === undefined;
  }
}

@Injectable()
class HostPipe implements PipeTransform {
  transform(value: unknown): unknown {
    asked.pipe += 1;
    return value;
  }
}

@Catch()
class HostFilter implements ExceptionFilter {
  catch(error: Error, host: ArgumentsHost): void {
    asked.filter.push(error.message);
    host
      .switchToHttp()
      .getResponse<{ status(n: number): { send(t: string): void } }>()
      .status(418)
      .send('host says no');
  }
}

@Controller('invoices')
class InvoicesController {
  @Get()
  list(@Query('year') year: string): string {
    if (year === 'broken') throw new Error('host problem');
    return 'invoices';
  }

  @Interval('host-tick', 60_000)
  tick(): void {
    asked.pipe += 0;
  }
}

function hostWith(
  database: TestDatabase,
  more: { schedule?: boolean; autoLoad?: boolean; publicUrl?: string } = {},
) {
  @Module({
    imports: [
      TypeOrmModule.forRoot({
        type: 'postgres',
        name: 'desk',
        url: database.url,
        entities: [Invoice],
        autoLoadEntities: more.autoLoad ?? true,
        migrations: [HostTables1700000000000],
        migrationsRun: true,
        poolSize: 5,
      }),
      ...(more.schedule === false ? [] : [ScheduleModule.forRoot()]),
      MailroomModule.forRootAsync(
        {
          useFactory: () => Promise.resolve({ publicUrl: more.publicUrl ?? 'http://localhost:3999/backend' }),
        },
        {
          imports: [HostModule],
          inboundMail: RecordingIntake,
          adminAccess: HeaderAccess,
          dataSource: 'desk',
          path: 'admin/mail',
        },
      ),
    ],
    controllers: [InvoicesController],
    providers: [
      { provide: APP_GUARD, useClass: HostGuard },
      { provide: APP_PIPE, useClass: HostPipe },
      { provide: APP_FILTER, useClass: HostFilter },
    ],
  })
  class OpinionatedHost {}
  return OpinionatedHost;
}

describe('a host with opinions of its own', () => {
  let database: TestDatabase;
  let app: NestExpressApplication;
  let url: string;
  const listenersBefore = process
    .eventNames()
    .map((name) => `${String(name)} ${process.listenerCount(name)}`);

  beforeAll(async () => {
    database = await freshDatabase();
    app = await NestFactory.create<NestExpressApplication>(hostWith(database), { logger: ['error'] });
    app.setGlobalPrefix('backend');
    await app.listen(0, 'localhost');
    url = (await app.getUrl()).replace('[::1]', 'localhost');
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('keeps its guard in front of everything, ours included', async () => {
    asked.guard.length = 0;
    const locked = { 'x-locked-out': 'yes', [ACTOR_HEADER]: 'admin' };
    for (const path of ['/backend/admin/mail', '/backend/admin/mail/api/clients', '/backend/invoices']) {
      await fetch(`${url}${path}`, { headers: locked });
    }
    expect(asked.guard).toEqual([
      '/backend/admin/mail',
      '/backend/admin/mail/api/clients',
      '/backend/invoices',
    ]);
    const response = await fetch(`${url}/backend/admin/mail/api/clients`, { headers: locked });
    expect(response.status).toBe(403);
  });

  it('keeps its pipe and its filter on its own routes, and its filter off ours', async () => {
    asked.pipe = 0;
    asked.filter.length = 0;
    expect(await (await fetch(`${url}/backend/invoices?year=2026`)).text()).toBe('invoices');
    expect(asked.pipe).toBe(1);
    const own = await fetch(`${url}/backend/invoices?year=broken`);
    expect([own.status, await own.text()]).toEqual([418, 'host says no']);
    const ours = await fetch(`${url}/backend/admin/mail/api/clients`);
    expect([ours.status, ours.headers.get('content-type')]).toEqual([
      401,
      'application/problem+json; charset=utf-8',
    ]);
    expect(asked.filter).toEqual(['host problem']);
  });

  it('finds our routes under its prefix and its path, and the redirect URI made of its public URL', async () => {
    const response = await fetch(`${url}/backend/admin/mail/api/redirect-uri`, {
      headers: { [ACTOR_HEADER]: 'admin' },
    });
    const { redirectUri, aliases } = (await response.json()) as Record<string, unknown>;
    expect(redirectUri).toBe('http://localhost:3999/backend/admin/mail/oauth2/callback');
    // Other products had theirs at the root; a host with a prefix has to let them through.
    expect(aliases).toContainEqual({
      alias: 'odoo-outlook',
      redirectUri: 'http://localhost:3999/microsoft_outlook/confirm',
    });
  });

  it('keeps its timers: one scheduler, ours named apart', () => {
    const schedulers = [...app.get(ModulesContainer).values()].filter(
      ({ metatype }) => metatype === ScheduleModule,
    );
    expect(schedulers).toHaveLength(1);
    const foreign = app
      .get(SchedulerRegistry)
      .getIntervals()
      .filter((name) => !name.startsWith('mailroom:'));
    expect(foreign).toEqual(['host-tick']);
  });

  it('keeps its tables and its ledger: ours are in schemas of our own', async () => {
    const dataSource = app.get<DataSource>(getDataSourceToken('desk'));
    const tables: { name: string }[] = await dataSource.query(
      `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
    );
    expect(tables.map(({ name }) => name)).toEqual(['invoice', 'migrations']);
    expect(await dataSource.query('select name from migrations')).toEqual([
      { name: 'HostTables1700000000000' },
    ]);
    const schemas: { name: string }[] = await dataSource.query(
      `select schema_name as name from information_schema.schemata where schema_name like 'mailroom%' order by 1`,
    );
    expect(schemas.map(({ name }) => name)).toEqual(['mailroom', 'mailroom_jobs']);
    await expect(dataSource.showMigrations()).resolves.toBe(false);
  });

  it('could still generate its own migrations without seeing a table of ours', async () => {
    const dataSource = app.get<DataSource>(getDataSourceToken('desk'));
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('has no more listeners on the process than before', () => {
    expect(process.eventNames().map((name) => `${String(name)} ${process.listenerCount(name)}`)).toEqual(
      listenersBefore,
    );
  });
});

describe('a host that forgot something', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('is told that its database user shares a name with our schema', async () => {
    const named = Object.assign(new URL(database.url), { username: 'mailroom' });
    const admin = await new DataSource({ type: 'postgres', url: database.url }).initialize();
    await admin.query(
      `do $$ begin create role mailroom login superuser; exception when duplicate_object then null; end $$`,
    );
    const start = NestFactory.create(hostWith({ ...database, url: named.href }), {
      logger: false,
      abortOnError: false,
    });
    await expect(start).rejects.toThrow(/the database user is called mailroom/);
    await admin.destroy();
  });

  it.each([
    ['the ScheduleModule', { schedule: false }, /import ScheduleModule\.forRoot\(\)/],
    ['the entities', { autoLoad: false }, /set autoLoadEntities: true or add mailroomEntities/],
    [
      'https',
      { publicUrl: 'http://desk.example' },
      /publicUrl is http:\/\/desk\.example, .* set it to an https/,
    ],
    ['the keys', { publicUrl: 'https://desk.example' }, /bind a KeyRing/],
  ])('is told about %s in one sentence, and does not start', async (_, more, sentence) => {
    const start = async (): Promise<void> => {
      const app = await NestFactory.create(hostWith(database, more), { logger: false, abortOnError: false });
      try {
        await app.init();
      } finally {
        await app.close();
      }
    };
    const failure = await start().then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(StartRefusal);
    expect((failure as StartRefusal).message).toMatch(sentence);
  });
});

import {
  Global,
  Module,
  type DynamicModule,
  type FactoryProvider,
  type ModuleMetadata,
  type Provider,
  type Type,
} from '@nestjs/common';
import { HttpAdapterHost, RouterModule } from '@nestjs/core';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import {
  AdminAccess,
  Clock,
  Database,
  DevelopmentKeyRing,
  KernelModule,
  KeyRing,
  readStored,
  SecretBox,
  Settings,
  SystemClock,
} from '@mailroom/kernel';
import { InboundMailHandler, MailAccountsModule } from '@mailroom/mail-accounts';
import { BannerAudience, NotificationsModule } from '@mailroom/notifications';
import { CallbackAliasModule, OAuthTokensModule } from '@mailroom/oauth-tokens';
import { OutgoingServersModule } from '@mailroom/outgoing-servers';
import { WebServicesModule } from '@mailroom/web-services';
import { AuditModule } from './audit/audit.module.js';
import { BannerMailModule } from './banner-mail/banner-mail.module.js';
import { ConnectMailboxModule } from './connect-mailbox/connect-mailbox.module.js';
import { ForwardedFilesModule } from './forwarded-files/forwarded-files.module.js';
import { MovingInModule } from './moving-in/moving-in.module.js';
import { accessWithPages } from './page-session/access-with-pages.js';
import { PageSessionModule } from './page-session/page-session.module.js';
import { PageSessionRules, type PageSessionOptions } from './page-session/page-session-options.js';
import { OverviewModule } from './overview/overview.module.js';
import { SentCopiesModule } from './sent-copies/sent-copies.module.js';
import { UnreadBodies } from './framework/unread-bodies.js';
import { RoundTripModule } from './round-trip/round-trip.module.js';
import { PersonalModule } from './personal/personal.module.js';
import { PagesModule } from './pages/pages.module.js';
import { ReturnedMailModule } from './returned-mail/returned-mail.module.js';
import { KeysModule } from './keys/keys.module.js';
import { ObservationModule } from './observation/observation.module.js';
import { SettingsModule } from './settings/settings.module.js';
import { SessionModule } from './session/session.module.js';
import { mailroomEntities, openDatabase } from './start/open-database.js';
import { CheckedOptions, checkedOptions, type MailroomOptions } from './start/options.js';
import { settingsFrom } from './start/settings-from.js';
import { CopiedDatabase } from './start/copied-database.js';
import { StartCheck } from './start/start-check.js';
import { StaffEntrance } from './pages/staff-entrance.js';

/** Options that may come late, as Nest's own `forRootAsync` take them. */
export interface MailroomOptionsFactory {
  readonly imports?: ModuleMetadata['imports'];
  readonly inject?: FactoryProvider['inject'];
  // Nest hands over whatever `inject` names; its own FactoryProvider is typed the same way.
  readonly useFactory: (...args: never[]) => MailroomOptions | Promise<MailroomOptions>;
}

/** What a host is: the classes that keep its side of the ports. `imports` must export them. */
export interface MailroomHost {
  readonly imports?: ModuleMetadata['imports'];
  /** Takes mail in. Required. */
  readonly inboundMail: Type<InboundMailHandler>;
  /** Says who may administer mail. Required. */
  readonly adminAccess: Type<AdminAccess>;
  /** Keys that seal secrets. Without it a development ring that refuses to run in production. */
  readonly keyRing?: Type<KeyRing>;
  /** Takes new banners somewhere people look. Default: nobody. */
  readonly bannerAudience?: Type<BannerAudience>;
  /** What time it is. Default: the machine's clock. */
  readonly clock?: Type<Clock>;
  /** Route prefix of Mailroom's pages and API below the host's own. Default `mailroom`. */
  readonly path?: string;
  /** Name of the TypeORM DataSource to use. Default: the default one. */
  readonly dataSource?: string;
  /**
   * Where the pages send somebody who is not signed in, e.g. `/sign-in?next={returnTo}`, where `{returnTo}` becomes the
   * path that was wanted. Default: a plain 401.
   */
  readonly signInPath?: string;
  /**
   * Where the pages send somebody who has to prove once more who they are, e.g. `/confirm?next={returnTo}`, before secrets
   * leave in clear text. Goes with `AdminAccess.reauthenticated`. Default: nowhere.
   */
  readonly reauthenticatePath?: string;
  /**
   * Opens the pages by codes of `PageSessions`, for a front end that shows bearer tokens and has no cookie. Default: off, and
   * who the pages are for is `AdminAccess.actorOf` alone.
   */
  readonly pageSessions?: PageSessionOptions;
}

const ROUTED = [
  OAuthTokensModule,
  MailAccountsModule,
  OutgoingServersModule,
  WebServicesModule,
  NotificationsModule,
  ConnectMailboxModule,
  MovingInModule,
  PersonalModule,
  RoundTripModule,
  OverviewModule,
  AuditModule,
  SettingsModule,
  KeysModule,
  ObservationModule,
  SessionModule,
  PageSessionModule,
  PagesModule,
];

/**
 * The mail room of a helpdesk. Import it once, in the host's root module, after `TypeOrmModule.forRoot` and
 * `ScheduleModule.forRoot`. It is global: hosts inject `OutgoingMail`, `MailArchive`, `WebServices`, `Banners` anywhere.
 */
@Global()
@Module({})
export class MailroomModule {
  /** Options may come late; the host's side of the ports is known at once. */
  static forRootAsync(options: MailroomOptionsFactory, host: MailroomHost): DynamicModule {
    const path = (host.path ?? 'mailroom').replace(/^\/+|\/+$/g, '');
    const libs = [
      OAuthTokensModule,
      MailAccountsModule,
      OutgoingServersModule,
      WebServicesModule,
      NotificationsModule,
    ];
    return {
      module: MailroomModule,
      imports: [
        KernelModule.on(groundOf(options, host, path)),
        portsOf(host),
        ...libs,
        ConnectMailboxModule,
        MovingInModule,
        PersonalModule,
        RoundTripModule,
        OverviewModule,
        AuditModule,
        SettingsModule,
        KeysModule,
        ObservationModule,
        SessionModule,
        PageSessionModule,
        PagesModule,
        ReturnedMailModule,
        ForwardedFilesModule,
        BannerMailModule,
        SentCopiesModule,
        CallbackAliasModule,
        RouterModule.register([{ path, children: ROUTED }]),
      ],
      providers: [StartCheck, CopiedDatabase, UnreadBodies],
      exports: [...libs, PersonalModule, PageSessionModule, ObservationModule],
    };
  }
}

function groundOf(options: MailroomOptionsFactory, host: MailroomHost, path: string) {
  const dataSource = getDataSourceToken(host.dataSource);
  const providers: Provider[] = [
    {
      provide: CheckedOptions,
      inject: options.inject ?? [],
      useFactory: async (...args: never[]) => checkedOptions(await options.useFactory(...args)),
    },
    { provide: Database, inject: [dataSource, CheckedOptions], useFactory: openDatabase },
    {
      provide: Settings,
      inject: [CheckedOptions, Database, HttpAdapterHost],
      useFactory: async (checked: CheckedOptions, database: Database, http: Partial<HttpAdapterHost>) =>
        settingsFrom(checked, {
          stored: await readStored(database),
          mountPath: path,
          servesHttp: Boolean(http.httpAdapter),
        }),
    },
    host.pageSessions
      ? {
          provide: AdminAccess,
          inject: [host.adminAccess, SecretBox, Clock, Settings],
          useFactory: accessWithPages,
        }
      : { provide: AdminAccess, useExisting: host.adminAccess },
    port(KeyRing, host.keyRing, DevelopmentKeyRing),
    port(Clock, host.clock, SystemClock),
  ];
  const entities = TypeOrmModule.forFeature(mailroomEntities, host.dataSource);
  return { imports: [entities, ...(options.imports ?? []), ...(host.imports ?? [])], providers };
}

@Global()
@Module({})
class HostPortsModule {}

function portsOf(host: MailroomHost): DynamicModule {
  const providers: Provider[] = [
    { provide: InboundMailHandler, useExisting: host.inboundMail },
    { provide: StaffEntrance, useValue: new StaffEntrance(host.signInPath, host.reauthenticatePath) },
    { provide: PageSessionRules, useValue: new PageSessionRules(host.pageSessions ?? null) },
    ...(host.bannerAudience ? [{ provide: BannerAudience, useExisting: host.bannerAudience }] : []),
  ];
  const exported = [
    InboundMailHandler,
    StaffEntrance,
    PageSessionRules,
    ...(host.bannerAudience ? [BannerAudience] : []),
  ];
  return { module: HostPortsModule, imports: [...(host.imports ?? [])], providers, exports: exported };
}

function port(token: typeof KeyRing | typeof Clock, bound: Type | undefined, fallback: Type): Provider {
  return bound ? { provide: token, useExisting: bound } : { provide: token, useClass: fallback };
}

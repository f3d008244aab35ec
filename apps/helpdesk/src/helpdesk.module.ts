import { Module, type DynamicModule } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailroomModule, type MailroomHost, type MailroomOptions } from '@mailroom/plugin';
import { IntakeModule } from './intake/intake.module.js';
import { Intake } from './intake/intake.js';
import { ProbesModule } from './probes/probes.module.js';
import { EnvironmentKeyRing } from './settings/environment-key-ring.js';
import { HelpdeskSettings } from './settings/helpdesk-settings.js';
import { SettingsModule } from './settings/settings.module.js';
import { StaffAccess } from './staff/staff-access.js';
import { StaffModule } from './staff/staff.module.js';
import { TicketsModule } from './tickets/tickets.module.js';

/** Ports that a test binds besides ours: a clock, somebody who hears banners. `imports` exports them. */
export type ExtraPorts = Pick<MailroomHost, 'imports' | 'clock' | 'bannerAudience'>;

/** A small ticketing backend, and the mail room in it. */
@Module({})
export class HelpdeskModule {
  static forRoot(settings: HelpdeskSettings, extra: ExtraPorts = {}): DynamicModule {
    return {
      module: HelpdeskModule,
      imports: [
        SettingsModule.holding(settings),
        ScheduleModule.forRoot(),
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: settings.databaseUrl,
          autoLoadEntities: true,
          installExtensions: false,
          uuidExtension: 'pgcrypto',
        }),
        TicketsModule,
        ProbesModule,
        mailroom(extra),
      ],
    };
  }
}

function mailroom({ imports = [], ...ports }: ExtraPorts): DynamicModule {
  return MailroomModule.forRootAsync(
    { inject: [HelpdeskSettings], useFactory: optionsOf },
    {
      imports: [IntakeModule, StaffModule, ...imports],
      inboundMail: Intake,
      adminAccess: StaffAccess,
      keyRing: EnvironmentKeyRing,
      signInPath: '/sign-in?next={returnTo}',
      reauthenticatePath: '/confirm?next={returnTo}',
      ...ports,
    },
  );
}

function optionsOf({ publicUrl, work, trustedNetworks }: HelpdeskSettings): MailroomOptions {
  return { publicUrl: publicUrl.origin, work, privateNetworks: trustedNetworks };
}

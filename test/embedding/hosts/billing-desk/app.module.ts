import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailroomModule } from 'nestjs-mailroom';
import { BadgeAccess, BadgeModule } from '../desk/badge-access.js';
import { DeskModule } from '../desk/desk.module.js';
import { Enquiry } from '../desk/enquiry.js';
import { EnquiryTable1700000000000 } from '../desk/enquiry-table.js';
import { type Settings } from '../desk/settings.js';
import { ClumsyIntake } from './clumsy-intake.js';
import { Counts } from './counts.js';
import { EnquiriesController } from './enquiries.controller.js';
import { BadgeGuard, DoorInterceptor, OfficeFilter, TrimPipe } from './manners.js';
import { JobsDatabase, Reminders } from './reminders.js';

@Module({})
export class AppModule {
  static with({ databaseUrl, publicUrl, work = true }: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        // #region before
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: databaseUrl,
          autoLoadEntities: true,
          migrations: [EnquiryTable1700000000000],
          migrationsRun: true,
        }),
        TypeOrmModule.forFeature([Enquiry]),
        ScheduleModule.forRoot(),
        // #endregion
        ...(publicUrl === undefined ? [] : [mailroom(publicUrl, work)]),
      ],
      controllers: [EnquiriesController],
      providers: [
        Counts,
        Reminders,
        { provide: JobsDatabase, useValue: new JobsDatabase(databaseUrl) },
        { provide: APP_GUARD, useClass: BadgeGuard },
        { provide: APP_PIPE, useClass: TrimPipe },
        { provide: APP_INTERCEPTOR, useClass: DoorInterceptor },
        { provide: APP_FILTER, useClass: OfficeFilter },
      ],
    };
  }
}

// #region module
function mailroom(publicUrl: string, work: boolean): DynamicModule {
  return MailroomModule.forRootAsync(
    { useFactory: () => ({ publicUrl, work, privateNetworks: ['127.0.0.0/8'] }) },
    { imports: [ClumsyDeskModule, BadgeModule], inboundMail: ClumsyIntake, adminAccess: BadgeAccess },
  );
}
// #endregion

// #region exported
@Module({ imports: [DeskModule], providers: [ClumsyIntake], exports: [ClumsyIntake, DeskModule] })
class ClumsyDeskModule {}
// #endregion

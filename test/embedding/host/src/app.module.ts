import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailroomModule } from 'nestjs-mailroom';
import { Counts } from './counts.js';
import { EnquiriesController } from './enquiries.controller.js';
import { Enquiry } from './enquiry.js';
import { EnquiryTable1700000000000 } from './enquiry-table.js';
import { BadgeAccess, EnquiryIntake, MailDeskModule } from './mail-desk.js';
import { BadgeGuard, OfficeFilter, TrimPipe } from './manners.js';

/** What differs from start to start. Without `publicUrl` this is the application as it was before Mailroom. */
export interface Settings {
  readonly databaseUrl: string;
  readonly publicUrl?: string;
  readonly work?: boolean;
}

@Module({})
export class AppModule {
  static with({ databaseUrl, publicUrl, work = true }: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: databaseUrl,
          autoLoadEntities: true,
          migrations: [EnquiryTable1700000000000],
          migrationsRun: true,
        }),
        TypeOrmModule.forFeature([Enquiry]),
        ScheduleModule.forRoot(),
        ...(publicUrl === undefined ? [] : [mailroom(publicUrl, work)]),
      ],
      controllers: [EnquiriesController],
      providers: [
        Counts,
        { provide: APP_GUARD, useClass: BadgeGuard },
        { provide: APP_PIPE, useClass: TrimPipe },
        { provide: APP_FILTER, useClass: OfficeFilter },
      ],
    };
  }
}

function mailroom(publicUrl: string, work: boolean): DynamicModule {
  return MailroomModule.forRootAsync(
    { useFactory: () => ({ publicUrl, work, privateNetworks: ['127.0.0.0/8'] }) },
    { imports: [MailDeskModule], inboundMail: EnquiryIntake, adminAccess: BadgeAccess },
  );
}

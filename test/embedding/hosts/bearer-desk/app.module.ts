import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ScheduleModule } from '@nestjs/schedule';
import { TerminusModule } from '@nestjs/terminus';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailroomModule } from 'nestjs-mailroom';
import { DeskModule } from '../desk/desk.module.js';
import { Enquiry } from '../desk/enquiry.js';
import { EnquiryIntake } from '../desk/enquiry-intake.js';
import { EnquiryTable1700000000000 } from '../desk/enquiry-table.js';
import { settingsOf } from '../desk/settings.js';
import { BearerAccess } from './bearer-access.js';
import { BearerGuard } from './bearer-guard.js';
import { loggerModule } from './logging.js';
import { MailPagesController } from './mail-pages.controller.js';
import { Passes, SignInController } from './passes.js';
import { ReadyzController } from './readyz.controller.js';

const { databaseUrl, publicUrl } = settingsOf(process.env);

@Module({
  controllers: [SignInController],
  providers: [Passes, BearerAccess],
  exports: [Passes, BearerAccess],
})
class StaffModule {}

@Module({
  imports: [
    loggerModule,
    TypeOrmModule.forRoot({
      type: 'postgres',
      url: databaseUrl,
      autoLoadEntities: true,
      migrations: [EnquiryTable1700000000000],
      migrationsRun: true,
    }),
    TypeOrmModule.forFeature([Enquiry]),
    ScheduleModule.forRoot(),
    StaffModule,
    TerminusModule,
    MailroomModule.forRootAsync(
      { useFactory: () => ({ publicUrl, privateNetworks: ['127.0.0.0/8'] }) },
      {
        imports: [DeskModule, StaffModule],
        inboundMail: EnquiryIntake,
        adminAccess: BearerAccess,
        pageSessions: {},
      },
    ),
  ],
  controllers: [MailPagesController, ReadyzController],
  providers: [{ provide: APP_GUARD, useClass: BearerGuard }],
})
export class AppModule {}

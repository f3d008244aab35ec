import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MailroomModule } from 'nestjs-mailroom';
import { BadgeAccess, BadgeModule } from './desk/badge-access.js';
import { DeskModule } from './desk/desk.module.js';
import { Enquiry } from './desk/enquiry.js';
import { EnquiryIntake } from './desk/enquiry-intake.js';
import { EnquiryTable1700000000000 } from './desk/enquiry-table.js';
import { settingsOf } from './desk/settings.js';

const { databaseUrl, publicUrl } = settingsOf(process.env);

@Module({
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
    MailroomModule.forRootAsync(
      { useFactory: () => ({ publicUrl, privateNetworks: ['127.0.0.0/8'] }) },
      { imports: [DeskModule, BadgeModule], inboundMail: EnquiryIntake, adminAccess: BadgeAccess },
    ),
  ],
})
export class AppModule {}

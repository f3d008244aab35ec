import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { MailroomModule } from 'nestjs-mailroom';
import { BadgeAccess, BadgeModule } from '../desk/badge-access.js';
import { EnquiryIntake } from '../desk/enquiry-intake.js';
import { settingsOf } from '../desk/settings.js';
import { EnvironmentKeyRing, NoticeBoard, PortsModule } from './ports.js';
import { TenantDatabase } from './tenant-database.js';

const { publicUrl } = settingsOf(process.env);

@Module({
  imports: [
    TenantDatabase,
    ScheduleModule.forRoot(),
    // #region tenant
    MailroomModule.forRootAsync(
      { useFactory: () => ({ publicUrl, maxConnections: 2, privateNetworks: ['127.0.0.0/8'] }) },
      {
        imports: [PortsModule, BadgeModule],
        inboundMail: EnquiryIntake,
        adminAccess: BadgeAccess,
        keyRing: EnvironmentKeyRing,
        bannerAudience: NoticeBoard,
        dataSource: 'tenant',
        path: 'admin/mail',
        signInPath: '/sign-in?next={returnTo}',
      },
    ),
    // #endregion
  ],
})
export class AppModule {}

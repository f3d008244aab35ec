import { Global, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { mailroomEntities } from 'nestjs-mailroom';
import { DataSource } from 'typeorm';
import { Announcement } from './announcement.js';
import { Enquiry } from '../desk/enquiry.js';
import { EnquiryTable1700000000000 } from '../desk/enquiry-table.js';
import { AnnouncementTable1700000000001 } from './announcement-table.js';
import { settingsOf } from '../desk/settings.js';

/** The connection is called `tenant`, its tables are in a schema `acme`, and five connections are all there are. */
@Global()
@Module({
  imports: [
    // #region named
    TypeOrmModule.forRoot({
      name: 'tenant',
      type: 'postgres',
      url: settingsOf(process.env).databaseUrl,
      schema: 'acme',
      entities: [Enquiry, Announcement, ...mailroomEntities],
      // #endregion
      extra: { options: '-c search_path=acme' },
      migrations: [EnquiryTable1700000000000, AnnouncementTable1700000000001],
      migrationsRun: true,
      poolSize: 5,
    }),
  ],
  providers: [{ provide: DataSource, useExisting: getDataSourceToken('tenant') }],
  exports: [DataSource],
})
export class TenantDatabase {}

import { Module, type FactoryProvider } from '@nestjs/common';
import { Database, SchemaState } from '@mailroom/kernel';
import { NotificationsModule } from '@mailroom/notifications';
import { mailroomMigrations } from '../../../../migrations/index.js';
import { MailroomHealth } from './mailroom-health.js';
import { MailroomMetrics } from './mailroom-metrics.js';
import { ObservationController } from './observation.controller.js';
import { VitalSignsReader } from './vital-signs.js';

const schemaState: FactoryProvider = {
  provide: SchemaState,
  inject: [Database],
  useFactory: (database: Database) =>
    new SchemaState(
      database,
      mailroomMigrations.map(({ name }) => name),
    ),
};

/** For those who run Mailroom: health and metrics. */
@Module({
  imports: [NotificationsModule],
  controllers: [ObservationController],
  providers: [VitalSignsReader, MailroomHealth, MailroomMetrics, schemaState],
  exports: [MailroomHealth, MailroomMetrics],
})
export class ObservationModule {}

import { Module } from '@nestjs/common';
import { NotificationsModule } from '@mailroom/notifications';
import { MailroomHealth } from './mailroom-health.js';
import { MailroomMetrics } from './mailroom-metrics.js';
import { ObservationController } from './observation.controller.js';
import { VitalSignsReader } from './vital-signs.js';

/** For those who run Mailroom: health and metrics. */
@Module({
  imports: [NotificationsModule],
  controllers: [ObservationController],
  providers: [VitalSignsReader, MailroomHealth, MailroomMetrics],
  exports: [MailroomHealth, MailroomMetrics],
})
export class ObservationModule {}

import { Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { AdminController, EXPOSITION_TYPE } from '@mailroom/kernel';
import { healthSchema, type HealthJson } from './health-schema.js';
import { MailroomHealth } from './mailroom-health.js';
import { MailroomMetrics } from './mailroom-metrics.js';

/** For admins, and for whatever program the host lets in as one. Probes and scrapers usually get a route of the host. */
@AdminController('api')
export class ObservationController {
  constructor(
    private readonly health: MailroomHealth,
    private readonly metrics: MailroomMetrics,
  ) {}

  @Get('health')
  @ApiOperation({ operationId: 'getHealth' })
  @ApiOkResponse({ standardSchema: healthSchema })
  async getHealth(): Promise<HealthJson> {
    return healthSchema.parse(await this.health.report());
  }

  @Get('metrics')
  @Header('content-type', EXPOSITION_TYPE)
  @ApiOperation({ operationId: 'getMetrics' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  getMetrics(): Promise<string> {
    return this.metrics.text();
  }
}

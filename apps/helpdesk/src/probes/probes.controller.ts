import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Headers, NotFoundException, Res } from '@nestjs/common';
import { type Response } from 'express';
import { MailroomHealth, MailroomMetrics } from '@mailroom/plugin';
import { HelpdeskSettings } from '../settings/helpdesk-settings.js';

/** For whatever watches the process. What anybody may ask says one word; the numbers are for who holds METRICS_TOKEN. */
@Controller()
export class ProbesController {
  constructor(
    private readonly health: MailroomHealth,
    private readonly metrics: MailroomMetrics,
    private readonly settings: HelpdeskSettings,
  ) {}

  /** Liveness: this process answers. A database that is away does not call for a restart. */
  @Get('healthz')
  alive(): { status: 'up' } {
    return { status: 'up' };
  }

  /** Readiness: it can do its work just now; 503 when it cannot. */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ status: 'up' | 'down' }> {
    const { status } = await this.health.report();
    response.status(status === 'up' ? 200 : 503);
    return { status };
  }

  /** For Prometheus: `authorization: Bearer <METRICS_TOKEN>`. Without that setting there is no such page. */
  @Get('metrics')
  async numbers(
    @Headers('authorization') authorization: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    if (!this.isScraper(authorization ?? '')) throw new NotFoundException();
    response.set('content-type', this.metrics.contentType);
    return this.metrics.text();
  }

  private isScraper(authorization: string): boolean {
    const { metricsToken } = this.settings;
    if (metricsToken === null) return false;
    const [said, known] = [Buffer.from(authorization), Buffer.from(`Bearer ${metricsToken}`)];
    return said.length === known.length && timingSafeEqual(said, known);
  }
}

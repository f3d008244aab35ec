import { Controller, Get } from '@nestjs/common';
import { HealthCheck, HealthCheckService } from '@nestjs/terminus';
import { MailroomHealth } from 'nestjs-mailroom';

// #region health
@Controller()
export class ReadyzController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly mailroom: MailroomHealth,
  ) {}

  @Get('readyz')
  @HealthCheck()
  ready() {
    return this.health.check([() => this.mailroom.check('mail')]);
  }
}
// #endregion

import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController } from '@mailroom/kernel';
import {
  instanceListSchema,
  mailFlowQuerySchema,
  mailFlowSchema,
  totalsSchema,
  type InstanceList,
  type MailFlowAnswer,
  type MailFlowQuery,
  type Totals,
} from './overview-schema.js';
import { Overview } from './overview.js';

/** How the mail room does, over everything in it. */
@AdminController('api')
export class OverviewController {
  constructor(private readonly overview: Overview) {}

  @Get('totals')
  @ApiOperation({ operationId: 'getTotals' })
  @ApiOkResponse({ standardSchema: totalsSchema })
  totals(): Promise<Totals> {
    return this.overview.totals();
  }

  @Get('mail-flow')
  @ApiOperation({ operationId: 'getMailFlow' })
  @ApiOkResponse({ standardSchema: mailFlowSchema })
  mailFlow(@Query({ schema: mailFlowQuerySchema }) { by }: MailFlowQuery): Promise<MailFlowAnswer> {
    return this.overview.mailFlow(by);
  }

  @Get('instances')
  @ApiOperation({ operationId: 'listInstances' })
  @ApiOkResponse({ standardSchema: instanceListSchema })
  instances(): Promise<InstanceList> {
    return this.overview.instances();
  }
}

import { Body, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, CurrentActor, type Actor } from '@mailroom/kernel';
import { z } from 'zod';
import { Discards } from './discards.js';
import {
  quarantineActSchema,
  quarantineFilterSchema,
  quarantinePageSchema,
  quarantineQuerySchema,
  quarantineSummarySchema,
  type QuarantineAct,
  type QuarantineFilter,
  type QuarantinePage,
  type QuarantineQuery,
  type QuarantineSummary,
} from './quarantine-query.js';
import { QuarantineRuns } from './quarantine-runs.js';
import { QuarantineWork } from './quarantine-work.js';
import { Quarantine } from './quarantine.js';

const idSchema = z.uuid();

/** Mail that the host could not take or would not have, and what can be done about it. */
@AdminController('api/quarantine')
export class QuarantineController {
  constructor(
    private readonly quarantine: Quarantine,
    private readonly runs: QuarantineRuns,
    private readonly work: QuarantineWork,
    private readonly discards: Discards,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listQuarantine' })
  @ApiOkResponse({ standardSchema: quarantinePageSchema })
  list(@Query({ schema: quarantineQuerySchema }) query: QuarantineQuery): Promise<QuarantinePage> {
    return this.quarantine.list(query);
  }

  @Get('summary')
  @ApiOperation({ operationId: 'summariseQuarantine' })
  @ApiOkResponse({ standardSchema: quarantineSummarySchema })
  summary(@Query({ schema: quarantineFilterSchema }) filter: QuarantineFilter): Promise<QuarantineSummary> {
    return this.quarantine.summary(filter);
  }

  @Post('runs')
  @HttpCode(202)
  @ApiOperation({ operationId: 'beginQuarantineRun' })
  @ApiAcceptedResponse({ standardSchema: quarantineSummarySchema })
  async begin(
    @Body({ schema: quarantineActSchema }) act: QuarantineAct,
    @CurrentActor() actor: Actor,
  ): Promise<QuarantineSummary> {
    await this.work.ask(act, actor);
    return this.quarantine.summary(act.filter);
  }

  @Delete('runs/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'stopQuarantineRun' })
  @ApiNoContentResponse()
  async stop(@Param('id', { schema: idSchema }) id: string): Promise<void> {
    await this.runs.end(id, 'stopped');
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'discardHeldMail' })
  @ApiNoContentResponse()
  async discard(@Param('id', { schema: idSchema }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.discards.one(id, actor);
  }
}

import { Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController } from '@mailroom/kernel';
import { z } from 'zod';
import {
  fetchRunListSchema,
  fetchRunQuerySchema,
  progressSchema,
  timelineQuerySchema,
  timelineSchema,
  type FetchRunList,
  type FetchRunQuery,
  type Progress,
  type Timeline,
  type TimelineQuery,
} from './run-answer.js';
import { Runs } from './runs.js';

const idSchema = z.uuid();

/** What an account's sessions did, and do just now. */
@AdminController('api/accounts/:id')
export class RunsController {
  constructor(private readonly runs: Runs) {}

  @Get('runs')
  @ApiOperation({ operationId: 'listFetchRuns' })
  @ApiOkResponse({ standardSchema: fetchRunListSchema })
  list(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: fetchRunQuerySchema }) query: FetchRunQuery,
  ): Promise<FetchRunList> {
    return this.runs.list(id, query);
  }

  @Get('progress')
  @ApiOperation({ operationId: 'getFetchProgress' })
  @ApiOkResponse({ standardSchema: progressSchema })
  progress(@Param('id', { schema: idSchema }) id: string): Promise<Progress> {
    return this.runs.progress(id);
  }

  @Get('timeline')
  @ApiOperation({ operationId: 'getFetchTimeline' })
  @ApiOkResponse({ standardSchema: timelineSchema })
  timeline(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: timelineQuerySchema }) query: TimelineQuery,
  ): Promise<Timeline> {
    return this.runs.timeline(id, query);
  }
}

import { Header, HttpCode, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  AdminController,
  ApiLiveAnswer,
  CurrentActor,
  findingsSchema,
  HangUp,
  liveAnswer,
  MovingIn,
  movingReportSchema,
  movingStepSchema,
  WantsLines,
  type Actor,
  type Findings,
  type MovingReport,
} from '@mailroom/kernel';
import { readUpload } from '@mailroom/oauth-tokens';
import { movingQuerySchema, type MovingQuery } from './moving-input.js';

/** Mail accounts, servers, routes and the sender policy of other systems, in. */
@AdminController('api/moving-in')
export class MovingInController {
  constructor(private readonly moving: MovingIn) {}

  @Post('preview')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'previewMovingIn' })
  @ApiConsumes('text/csv', 'application/yaml')
  @ApiBody({ schema: { type: 'string' } })
  @ApiOkResponse({ standardSchema: movingReportSchema })
  async preview(
    @Query({ schema: movingQuerySchema }) query: MovingQuery,
    @Req() request: unknown,
    @CurrentActor() actor: Actor,
  ): Promise<MovingReport> {
    return this.moving.preview({ ...query, actor, content: await readUpload(request) });
  }

  @Post('findings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findMovingInFaults' })
  @ApiConsumes('text/csv', 'application/yaml')
  @ApiBody({ schema: { type: 'string' } })
  @ApiOkResponse({ standardSchema: findingsSchema })
  async findings(
    @Query({ schema: movingQuerySchema }) { kind }: MovingQuery,
    @Req() request: unknown,
  ): Promise<Findings> {
    return this.moving.findings({ kind, content: await readUpload(request) });
  }

  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'moveIn' })
  @ApiConsumes('text/csv', 'application/yaml')
  @ApiBody({ schema: { type: 'string' } })
  @ApiLiveAnswer(movingReportSchema, movingStepSchema)
  async run(
    @Query({ schema: movingQuerySchema }) query: MovingQuery,
    @Req() request: unknown,
    @CurrentActor() actor: Actor,
    @WantsLines() lines: boolean,
    @HangUp() hangUp: AbortSignal,
  ): Promise<MovingReport | StreamableFile> {
    const content = await readUpload(request);
    return liveAnswer(lines, (tell) => this.moving.run({ ...query, actor, content, tell, hangUp }));
  }
}

import {
  Body,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import {
  AdminController,
  ApiLiveAnswer,
  CurrentActor,
  IfMatch,
  TaggedAnswer,
  TaggedChange,
  type Precondition,
  HangUp,
  liveAnswer,
  parseAddress,
  typedForm,
  WantsLines,
  type Actor,
  type TypedForm,
} from '@mailroom/kernel';
import { checkStepSchema, serverCheckSchema, type CheckStep } from '../check/check-step.js';
import { ServerCheck } from '../check/server-check.js';
import { TestMail } from '../check/test-mail.js';
import { MailRoutes } from '../routing/mail-routes.js';
import {
  routeAnswer,
  routeAnswerSchema,
  routeQuestionSchema,
  wishOf,
  type RouteAnswer,
  type RouteQuestion,
} from '../routing/route-schema.js';
import { OutgoingServers } from './outgoing-servers.js';
import { ServerPages } from './server-pages.js';
import { serverListSchema, serverQuerySchema, type ServerList, type ServerQuery } from './server-query.js';
import { ServerOrder } from './server-order.js';
import { serverFindings } from './server-findings.js';
import {
  newServerSchema,
  serverChangeSchema,
  serverDraftSchema,
  serverEdition,
  serverFindingsSchema,
  serverJsonSchema,
  serverMoveSchema,
  serverOrderSchema,
  serverStateSchema,
  serverTrialSchema,
  testMailAnswerSchema,
  testMailSchema,
  type NewServer,
  type ServerChange,
  type ServerDraft,
  type ServerFindings,
  type ServerJson,
  type ServerMove,
  type ServerOrderWish,
  type ServerStateChange,
  type ServerTrial,
  type TestMailAnswer,
  type TestMailWish,
} from './server-schema.js';

const idSchema = z.uuid();

/** Outgoing servers: keep them, try them, ask them who would send. */
@AdminController('api/servers')
export class ServersController {
  constructor(
    private readonly servers: OutgoingServers,
    private readonly pages: ServerPages,
    private readonly checks: ServerCheck,
    private readonly routes: MailRoutes,
    private readonly testMail: TestMail,
    private readonly order: ServerOrder,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listServers' })
  @ApiOkResponse({ standardSchema: serverListSchema })
  async list(@Query({ schema: serverQuerySchema }) query: ServerQuery): Promise<ServerList> {
    return this.pages.page(query);
  }

  @Post()
  @ApiOperation({ operationId: 'createServer' })
  @ApiCreatedResponse({ standardSchema: serverJsonSchema })
  async create(
    @Body({ schema: newServerSchema }) body: NewServer,
    @CurrentActor() actor: Actor,
  ): Promise<ServerJson> {
    return this.servers.create(body, actor);
  }

  @Post('check')
  @HttpCode(200)
  @ApiOperation({ operationId: 'checkUnsavedServer' })
  @ApiLiveAnswer(serverCheckSchema, checkStepSchema)
  async checkUnsaved(
    @Body({ schema: serverTrialSchema }) body: ServerTrial,
    @WantsLines() lines: boolean,
    @HangUp() hangUp: AbortSignal,
  ): Promise<{ steps: CheckStep[] } | StreamableFile> {
    return liveAnswer(lines, async (tell) => ({ steps: await this.checks.unsaved(body, { tell, hangUp }) }));
  }

  @Put('order')
  @ApiOperation({ operationId: 'orderServers' })
  @ApiOkResponse({ standardSchema: serverListSchema })
  async reorder(
    @Body({ schema: serverOrderSchema }) body: ServerOrderWish,
    @CurrentActor() actor: Actor,
  ): Promise<ServerList> {
    await this.order.set(body.ids, actor);
    return this.pages.page({ sort: 'asked', offset: 0 });
  }

  @Post('findings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findServerFaults' })
  @ApiOkResponse({ standardSchema: serverFindingsSchema })
  findings(@Body({ schema: typedForm(serverDraftSchema) }) form: TypedForm<ServerDraft>): ServerFindings {
    return serverFindings(form);
  }

  @Post('route')
  @HttpCode(200)
  @ApiOperation({ operationId: 'routeSender' })
  @ApiOkResponse({ standardSchema: routeAnswerSchema })
  async route(@Body({ schema: routeQuestionSchema }) body: RouteQuestion): Promise<RouteAnswer> {
    return routeAnswer(await this.routes.from(parseAddress(body.from), wishOf(body)));
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getServer' })
  @TaggedAnswer(serverEdition, { standardSchema: serverJsonSchema })
  async get(@Param('id', { schema: idSchema }) id: string): Promise<ServerJson> {
    return this.servers.get(id);
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'changeServer' })
  @TaggedChange(serverEdition, { standardSchema: serverJsonSchema })
  async change(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: serverChangeSchema }) body: ServerChange,
    @CurrentActor() actor: Actor,
    @IfMatch() precondition: Precondition,
  ): Promise<ServerJson> {
    return this.servers.update(id, body, actor, precondition);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteServer' })
  @ApiNoContentResponse()
  async remove(@Param('id', { schema: idSchema }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.servers.remove(id, actor);
  }

  @Post(':id/state')
  @HttpCode(200)
  @ApiOperation({ operationId: 'setServerState' })
  @ApiOkResponse({ standardSchema: serverJsonSchema })
  async setState(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: serverStateSchema }) body: ServerStateChange,
    @CurrentActor() actor: Actor,
  ): Promise<ServerJson> {
    return this.servers.setState(id, body.state, actor);
  }

  @Post(':id/move')
  @HttpCode(200)
  @ApiOperation({ operationId: 'moveServer' })
  @ApiOkResponse({ standardSchema: serverJsonSchema })
  async move(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: serverMoveSchema }) body: ServerMove,
    @CurrentActor() actor: Actor,
  ): Promise<ServerJson> {
    await this.order.move(id, body.by, actor);
    return this.servers.get(id);
  }

  @Post(':id/check')
  @HttpCode(200)
  @ApiOperation({ operationId: 'checkServer' })
  @ApiLiveAnswer(serverCheckSchema, checkStepSchema)
  async check(
    @Param('id', { schema: idSchema }) id: string,
    @WantsLines() lines: boolean,
    @HangUp() hangUp: AbortSignal,
  ): Promise<{ steps: CheckStep[] } | StreamableFile> {
    return liveAnswer(lines, async (tell) => ({ steps: await this.checks.saved(id, { tell, hangUp }) }));
  }

  @Post(':id/test-mail')
  @HttpCode(200)
  @ApiOperation({ operationId: 'sendTestMail' })
  @ApiOkResponse({ standardSchema: testMailAnswerSchema })
  async sendTestMail(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: testMailSchema }) body: TestMailWish,
    @CurrentActor() actor: Actor,
  ): Promise<TestMailAnswer> {
    return this.testMail.send(id, body.to, actor);
  }
}

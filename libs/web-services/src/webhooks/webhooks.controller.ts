import { Body, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import {
  AdminController,
  CurrentActor,
  IfMatch,
  TaggedAnswer,
  TaggedChange,
  type Precondition,
  findingsSchema,
  typedForm,
  type Actor,
  type Findings,
  type TypedForm,
} from '@mailroom/kernel';
import {
  webhookListSchema,
  webhookMessageListSchema,
  webhookMessageSchema,
  webhookSchema,
  webhookWithSecretSchema,
  type WebhookAnswer,
  type WebhookMessageAnswer,
  type WebhookMessageList,
  type WebhookWithSecret,
} from './webhook-answer.js';
import {
  messageQuerySchema,
  newSecretSchema,
  newWebhookSchema,
  webhookChangesSchema,
  webhookEdition,
  type MessageQuery,
  type NewWebhook,
  type WebhookChanges,
} from './webhook-input.js';
import { WebhookLog } from './webhook-log.js';
import { Webhooks } from './webhooks.js';

const idSchema = z.uuid();
const messageIdSchema = z.string().regex(/^\d{1,18}$/);

/** Webhooks: keep them, try them, look at what they were told. */
@AdminController('api/webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly log: WebhookLog,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listWebhooks' })
  @ApiOkResponse({ standardSchema: webhookListSchema })
  async list(): Promise<{ items: WebhookAnswer[] }> {
    return { items: await this.webhooks.list() };
  }

  @Post()
  @ApiOperation({ operationId: 'createWebhook' })
  @ApiCreatedResponse({ standardSchema: webhookWithSecretSchema })
  async create(
    @Body({ schema: newWebhookSchema }) body: NewWebhook,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookWithSecret> {
    return this.webhooks.create(body, actor);
  }

  @Post('findings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findWebhookFaults' })
  @ApiOkResponse({ standardSchema: findingsSchema })
  findings(
    @Body({ schema: typedForm(webhookChangesSchema) }) form: TypedForm<WebhookChanges>,
  ): Promise<Findings> {
    return this.webhooks.findings(form);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getWebhook' })
  @TaggedAnswer(webhookEdition, { standardSchema: webhookSchema })
  async get(@Param('id', { schema: idSchema }) id: string): Promise<WebhookAnswer> {
    return this.webhooks.get(id);
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'changeWebhook' })
  @TaggedChange(webhookEdition, { standardSchema: webhookSchema })
  async change(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: webhookChangesSchema }) body: WebhookChanges,
    @CurrentActor() actor: Actor,
    @IfMatch() precondition: Precondition,
  ): Promise<WebhookAnswer> {
    return this.webhooks.change(id, body, actor, precondition);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteWebhook' })
  @ApiNoContentResponse()
  async remove(@Param('id', { schema: idSchema }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.webhooks.remove(id, actor);
  }

  @Post(':id/secret')
  @HttpCode(200)
  @ApiOperation({ operationId: 'renewWebhookSecret' })
  @ApiOkResponse({ standardSchema: webhookWithSecretSchema })
  async renewSecret(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: newSecretSchema }) body: z.infer<typeof newSecretSchema>,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookWithSecret> {
    return this.webhooks.renewSecret(id, body.formerValidHours, actor);
  }

  @Post(':id/test')
  @HttpCode(200)
  @ApiOperation({ operationId: 'testWebhook' })
  @ApiOkResponse({ standardSchema: webhookMessageSchema })
  async test(@Param('id', { schema: idSchema }) id: string): Promise<WebhookMessageAnswer> {
    return this.log.test(id);
  }

  @Get(':id/messages')
  @ApiOperation({ operationId: 'listWebhookMessages' })
  @ApiOkResponse({ standardSchema: webhookMessageListSchema })
  async messages(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: messageQuerySchema }) query: MessageQuery,
  ): Promise<WebhookMessageList> {
    return this.log.page(id, query);
  }

  @Post(':id/messages/:messageId/resend')
  @HttpCode(200)
  @ApiOperation({ operationId: 'resendWebhookMessage' })
  @ApiOkResponse({ standardSchema: webhookMessageSchema })
  async resend(
    @Param('id', { schema: idSchema }) id: string,
    @Param('messageId', { schema: messageIdSchema }) messageId: string,
    @CurrentActor() actor: Actor,
  ): Promise<WebhookMessageAnswer> {
    return this.log.resend(id, messageId, actor);
  }
}

import { Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { AdminController } from '@mailroom/kernel';
import {
  outboxMailSchema,
  outboxPageSchema,
  outboxQuerySchema,
  type OutboxMailJson,
  type OutboxPage,
  type OutboxQuery,
} from './outbox-schema.js';
import { Outbox } from './outbox.js';

const idSchema = z.uuid();

/** Mail that is to leave, has left, or could not. */
@AdminController('api/outbox')
export class OutboxController {
  constructor(private readonly outbox: Outbox) {}

  @Get()
  @ApiOperation({ operationId: 'listOutbox' })
  @ApiOkResponse({ standardSchema: outboxPageSchema })
  async list(@Query({ schema: outboxQuerySchema }) query: OutboxQuery): Promise<OutboxPage> {
    return this.outbox.list(query);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getOutboxMail' })
  @ApiOkResponse({ standardSchema: outboxMailSchema })
  async get(@Param('id', { schema: idSchema }) id: string): Promise<OutboxMailJson> {
    return this.outbox.get(id);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ApiOperation({ operationId: 'retryOutboxMail' })
  @ApiOkResponse({ standardSchema: outboxMailSchema })
  async retry(@Param('id', { schema: idSchema }) id: string): Promise<OutboxMailJson> {
    return this.outbox.retry(id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ operationId: 'cancelOutboxMail' })
  @ApiOkResponse({ standardSchema: outboxMailSchema })
  async cancel(@Param('id', { schema: idSchema }) id: string): Promise<OutboxMailJson> {
    return this.outbox.cancel(id);
  }
}

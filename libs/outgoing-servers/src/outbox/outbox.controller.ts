import { Body, Delete, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
} from '@nestjs/swagger';
import { z } from 'zod';
import { AdminController, CurrentActor, type Actor } from '@mailroom/kernel';
import { OutboxActs } from './outbox-acts.js';
import {
  chosenActSchema,
  outboxFilterSchema,
  outboxRunActSchema,
  outboxSummarySchema,
  outboxTallySchema,
  type ChosenAct,
  type OutboxFilter,
  type OutboxRunAct,
  type OutboxSummary,
  type OutboxTally,
} from './outbox-acts-schema.js';
import { OutboxRunWork } from './outbox-run-work.js';
import { OutboxRuns } from './outbox-runs.js';
import {
  outboxMailSchema,
  outboxPageSchema,
  outboxQuerySchema,
  type OutboxMailJson,
  type OutboxPage,
  type OutboxQuery,
} from './outbox-schema.js';
import { OutboxLetters } from './outbox-letters.js';
import { Outbox } from './outbox.js';

const idSchema = z.uuid();

/** Mail that is to leave, has left, or could not. */
@AdminController('api/outbox')
export class OutboxController {
  constructor(
    private readonly outbox: Outbox,
    private readonly letters: OutboxLetters,
    private readonly acts: OutboxActs,
    private readonly runs: OutboxRuns,
    private readonly work: OutboxRunWork,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listOutbox' })
  @ApiOkResponse({ standardSchema: outboxPageSchema })
  async list(@Query({ schema: outboxQuerySchema }) query: OutboxQuery): Promise<OutboxPage> {
    return this.outbox.list(query);
  }

  @Get('summary')
  @ApiOperation({ operationId: 'summariseOutbox' })
  @ApiOkResponse({ standardSchema: outboxSummarySchema })
  async summary(@Query({ schema: outboxFilterSchema }) filter: OutboxFilter): Promise<OutboxSummary> {
    return this.runs.summary(filter);
  }

  @Post('acts')
  @HttpCode(200)
  @ApiOperation({ operationId: 'actOnOutboxMails' })
  @ApiOkResponse({ standardSchema: outboxTallySchema })
  async act(
    @Body({ schema: chosenActSchema }) act: ChosenAct,
    @CurrentActor() actor: Actor,
  ): Promise<OutboxTally> {
    return this.acts.chosen(act, actor);
  }

  @Post('runs')
  @HttpCode(202)
  @ApiOperation({ operationId: 'beginOutboxRun' })
  @ApiAcceptedResponse({ standardSchema: outboxSummarySchema })
  async begin(
    @Body({ schema: outboxRunActSchema }) act: OutboxRunAct,
    @CurrentActor() actor: Actor,
  ): Promise<OutboxSummary> {
    await this.work.ask(act, actor);
    return this.runs.summary(act.filter);
  }

  @Delete('runs/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'stopOutboxRun' })
  @ApiNoContentResponse()
  async stop(@Param('id', { schema: idSchema }) id: string): Promise<void> {
    await this.runs.stop(id);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getOutboxMail' })
  @ApiOkResponse({ standardSchema: outboxMailSchema })
  async get(@Param('id', { schema: idSchema }) id: string): Promise<OutboxMailJson> {
    return this.outbox.get(id);
  }

  @Get(':id/raw')
  @Header('x-content-type-options', 'nosniff')
  @ApiOperation({ operationId: 'getOutboxMailRaw' })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async raw(@Param('id', { schema: idSchema }) id: string): Promise<StreamableFile> {
    // Saved under a name of our own, never shown: what is in it was written by anybody.
    return new StreamableFile(await this.letters.raw(id), {
      type: 'application/octet-stream',
      disposition: `attachment; filename="mail-${id}.eml"`,
    });
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ApiOperation({ operationId: 'retryOutboxMail' })
  @ApiOkResponse({ standardSchema: outboxMailSchema })
  async retry(@Param('id', { schema: idSchema }) id: string): Promise<OutboxMailJson> {
    return this.outbox.retry(id);
  }

  @Post(':id/sent-copy')
  @HttpCode(200)
  @ApiOperation({ operationId: 'retrySentCopy' })
  @ApiOkResponse({ standardSchema: outboxMailSchema })
  async copyAgain(@Param('id', { schema: idSchema }) id: string): Promise<OutboxMailJson> {
    return this.outbox.copyAgain(id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ operationId: 'cancelOutboxMail' })
  @ApiOkResponse({ standardSchema: outboxMailSchema })
  async cancel(@Param('id', { schema: idSchema }) id: string): Promise<OutboxMailJson> {
    return this.outbox.cancel(id);
  }
}

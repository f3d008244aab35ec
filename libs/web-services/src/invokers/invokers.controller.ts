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
  callQuerySchema,
  invokerCallListSchema,
  type CallQuery,
  type InvokerCallList,
} from '../call-log/call-query.js';
import { InvokerCalls } from '../call-log/invoker-calls.js';
import {
  trialAnswerSchema,
  trialInputSchema,
  type TrialAnswer,
  type TrialInput,
} from '../trials/trial-answer.js';
import { Trial } from '../trials/trial.js';
import { invokerListSchema, invokerSchema, type InvokerAnswer } from './invoker-answer.js';
import {
  invokerChangesSchema,
  invokerDraftSchema,
  invokerEdition,
  newInvokerSchema,
  type InvokerChanges,
  type InvokerDraft,
  type NewInvoker,
} from './invoker-input.js';
import { Invokers } from './invokers.js';

const idSchema = z.uuid();

/** Web service invokers: keep them, try them, look at what they were called for. */
@AdminController('api/invokers')
export class InvokersController {
  constructor(
    private readonly invokers: Invokers,
    private readonly trial: Trial,
    private readonly calls: InvokerCalls,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listInvokers' })
  @ApiOkResponse({ standardSchema: invokerListSchema })
  async list(): Promise<{ items: InvokerAnswer[] }> {
    return { items: await this.invokers.list() };
  }

  @Post()
  @ApiOperation({ operationId: 'createInvoker' })
  @ApiCreatedResponse({ standardSchema: invokerSchema })
  async create(
    @Body({ schema: newInvokerSchema }) body: NewInvoker,
    @CurrentActor() actor: Actor,
  ): Promise<InvokerAnswer> {
    return this.invokers.create(body, actor);
  }

  @Post('findings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findInvokerFaults' })
  @ApiOkResponse({ standardSchema: findingsSchema })
  findings(
    @Body({ schema: typedForm(invokerDraftSchema) }) form: TypedForm<InvokerDraft>,
  ): Promise<Findings> {
    return this.invokers.findings(form);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getInvoker' })
  @TaggedAnswer(invokerEdition, { standardSchema: invokerSchema })
  async get(@Param('id', { schema: idSchema }) id: string): Promise<InvokerAnswer> {
    return this.invokers.get(id);
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'changeInvoker' })
  @TaggedChange(invokerEdition, { standardSchema: invokerSchema })
  async change(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: invokerChangesSchema }) body: InvokerChanges,
    @CurrentActor() actor: Actor,
    @IfMatch() precondition: Precondition,
  ): Promise<InvokerAnswer> {
    return this.invokers.change(id, body, actor, precondition);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteInvoker' })
  @ApiNoContentResponse()
  async remove(@Param('id', { schema: idSchema }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.invokers.remove(id, actor);
  }

  @Post(':id/test')
  @HttpCode(200)
  @ApiOperation({ operationId: 'testInvoker' })
  @ApiOkResponse({ standardSchema: trialAnswerSchema })
  async test(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: trialInputSchema }) body: TrialInput,
    @CurrentActor() actor: Actor,
  ): Promise<TrialAnswer> {
    return this.trial.run(id, body.payload, actor);
  }

  @Get(':id/calls')
  @ApiOperation({ operationId: 'listInvokerCalls' })
  @ApiOkResponse({ standardSchema: invokerCallListSchema })
  async listCalls(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: callQuerySchema }) query: CallQuery,
  ): Promise<InvokerCallList> {
    return this.calls.page(id, query);
  }
}

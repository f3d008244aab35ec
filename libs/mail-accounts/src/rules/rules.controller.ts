import { Body, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import { z } from 'zod';
import {
  AdminController,
  CurrentActor,
  IfMatch,
  TaggedAnswer,
  TaggedChange,
  type Precondition,
  findingsOf,
  findingsSchema,
  typedForm,
  type Actor,
  type Findings,
  type TypedForm,
} from '@mailroom/kernel';
import { MailRules } from './mail-rules.js';
import { RuleTrial } from './rule-trial.js';
import {
  mailRuleChangesSchema,
  mailRuleDraftSchema,
  mailRuleEdition,
  mailRuleListSchema,
  mailRuleSchema,
  newMailRuleSchema,
  ruleOrderSchema,
  type MailRuleAnswer,
  type MailRuleChanges,
  type MailRuleDraft,
  type NewMailRule,
  type RuleOrder,
} from './rule-shapes.js';
import {
  ruleTrialQuerySchema,
  ruleTrialSchema,
  type RuleTrialAnswer,
  type RuleTrialQuery,
} from './trial-shapes.js';
import { trialUpload } from './trial-upload.js';
import { uploadedMail } from './uploaded-mail.js';

const idSchema = z.uuid();

/** The rules that mail goes through before the host gets it. */
@AdminController('api/mail-rules')
export class RulesController {
  constructor(
    private readonly rules: MailRules,
    private readonly trial: RuleTrial,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listMailRules' })
  @ApiOkResponse({ standardSchema: mailRuleListSchema })
  async list(): Promise<{ items: MailRuleAnswer[] }> {
    return { items: await this.rules.list() };
  }

  @Post()
  @ApiOperation({ operationId: 'createMailRule' })
  @ApiCreatedResponse({ standardSchema: mailRuleSchema })
  async create(
    @Body({ schema: newMailRuleSchema }) body: NewMailRule,
    @CurrentActor() actor: Actor,
  ): Promise<MailRuleAnswer> {
    return this.rules.create(body, actor);
  }

  @Put('order')
  @ApiOperation({ operationId: 'reorderMailRules' })
  @ApiOkResponse({ standardSchema: mailRuleListSchema })
  async reorder(
    @Body({ schema: ruleOrderSchema }) { ids }: RuleOrder,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: MailRuleAnswer[] }> {
    return { items: await this.rules.reorder(ids, actor) };
  }

  @Post('test')
  @HttpCode(200)
  @ApiOperation({ operationId: 'testMailRules' })
  @ApiConsumes('message/rfc822', 'multipart/mixed')
  @ApiBody({ required: false, schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ standardSchema: ruleTrialSchema })
  async test(
    @Query({ schema: ruleTrialQuerySchema }) query: RuleTrialQuery,
    @Req() request: { readonly headers: Readonly<Record<string, string | undefined>> },
  ): Promise<RuleTrialAnswer> {
    const body = await uploadedMail(request);
    return this.trial.run(query, trialUpload(request.headers['content-type'] ?? '', body));
  }

  @Post('findings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findMailRuleFaults' })
  @ApiOkResponse({ standardSchema: findingsSchema })
  findings(
    @Body({ schema: typedForm(mailRuleDraftSchema) }) form: TypedForm<MailRuleDraft>,
  ): Promise<Findings> {
    return findingsOf(form);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getMailRule' })
  @TaggedAnswer(mailRuleEdition, { standardSchema: mailRuleSchema })
  async get(@Param('id', { schema: idSchema }) id: string): Promise<MailRuleAnswer> {
    return this.rules.get(id);
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'changeMailRule' })
  @TaggedChange(mailRuleEdition, { standardSchema: mailRuleSchema })
  async change(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: mailRuleChangesSchema }) body: MailRuleChanges,
    @CurrentActor() actor: Actor,
    @IfMatch() precondition: Precondition,
  ): Promise<MailRuleAnswer> {
    return this.rules.change(id, body, actor, precondition);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteMailRule' })
  @ApiNoContentResponse()
  async remove(@Param('id', { schema: idSchema }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.rules.remove(id, actor);
  }
}

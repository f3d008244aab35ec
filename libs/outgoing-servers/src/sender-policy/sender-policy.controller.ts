import { Body, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
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
import { GuidedSetUp } from './guided-set-up.js';
import {
  policyDraftSchema,
  policyEdition,
  senderPolicySchema,
  setUpsSchema,
  setUpWishSchema,
  type SenderPolicyJson,
  type SetUpWish,
} from './policy-schema.js';
import { SenderPolicies } from './sender-policies.js';

/** Default sender, catch-all domain and bounce address. */
@AdminController('api/sender-policy')
export class SenderPolicyController {
  constructor(
    private readonly policies: SenderPolicies,
    private readonly guided: GuidedSetUp,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getSenderPolicy' })
  @TaggedAnswer(policyEdition, { standardSchema: senderPolicySchema })
  async get(): Promise<SenderPolicyJson> {
    return this.policies.rules();
  }

  @Get('set-ups')
  @ApiOperation({ operationId: 'getSenderSetUps' })
  @ApiOkResponse({ standardSchema: setUpsSchema })
  async setUps(): ReturnType<SenderPolicies['setUps']> {
    return this.policies.setUps();
  }

  @Post('set-ups')
  @HttpCode(200)
  @ApiOperation({ operationId: 'applySenderSetUp' })
  @ApiOkResponse({ standardSchema: senderPolicySchema })
  async apply(
    @Body({ schema: setUpWishSchema }) wish: SetUpWish,
    @CurrentActor() actor: Actor,
  ): Promise<SenderPolicyJson> {
    return this.guided.apply(wish, actor);
  }

  @Post('findings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findSenderPolicyFaults' })
  @ApiOkResponse({ standardSchema: findingsSchema })
  findings(
    @Body({ schema: typedForm(policyDraftSchema) }) form: TypedForm<SenderPolicyJson>,
  ): Promise<Findings> {
    return this.policies.findings(form);
  }

  @Put()
  @ApiOperation({ operationId: 'replaceSenderPolicy' })
  @TaggedChange(policyEdition, { standardSchema: senderPolicySchema })
  async replace(
    @Body({ schema: senderPolicySchema }) body: SenderPolicyJson,
    @CurrentActor() actor: Actor,
    @IfMatch() precondition: Precondition,
  ): Promise<SenderPolicyJson> {
    return this.policies.replace(body, actor, precondition);
  }
}

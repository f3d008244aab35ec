import { Body, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  AdminController,
  CurrentActor,
  findingsSchema,
  typedForm,
  type Actor,
  type Findings,
  type TypedForm,
} from '@mailroom/kernel';
import {
  connectedMailboxSchema,
  connectMailboxSchema,
  mailboxDraftSchema,
  type ConnectedMailbox,
  type ConnectMailboxInput,
  type MailboxDraft,
} from './connect-input.js';
import { ConnectMailbox } from './connect-mailbox.js';

@AdminController('api/mailboxes')
export class ConnectMailboxController {
  constructor(private readonly connect: ConnectMailbox) {}

  @Post()
  @ApiOperation({ operationId: 'connectMailbox' })
  @ApiCreatedResponse({ standardSchema: connectedMailboxSchema })
  async create(
    @Body({ schema: connectMailboxSchema }) input: ConnectMailboxInput,
    @CurrentActor() actor: Actor,
  ): Promise<ConnectedMailbox> {
    return this.connect.run(input, actor);
  }

  @Post('findings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findMailboxFaults' })
  @ApiOkResponse({ standardSchema: findingsSchema })
  findings(
    @Body({ schema: typedForm(mailboxDraftSchema) }) form: TypedForm<MailboxDraft>,
  ): Promise<Findings> {
    return this.connect.findings(form);
  }
}

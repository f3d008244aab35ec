import { Body, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, CurrentActor, type Actor } from '@mailroom/kernel';
import {
  connectedMailboxSchema,
  connectMailboxSchema,
  type ConnectedMailbox,
  type ConnectMailboxInput,
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
}

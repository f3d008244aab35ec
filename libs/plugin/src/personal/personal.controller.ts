import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { CurrentActor, PersonalController, Settings, type Actor } from '@mailroom/kernel';
import { begunAuthorizationSchema, PersonalClients, type Begun } from '@mailroom/oauth-tokens';
import { outgoingProblem, OwnServerTrials, PersonalServers } from '@mailroom/outgoing-servers';
import { z } from 'zod';
import { OwnMailboxes } from './own-mailboxes.js';
import { PersonalMailboxes } from './personal-mailboxes.js';
import {
  ownAuthorizationSchema,
  ownAuthorizationStateSchema,
  ownCheckSchema,
  ownMailboxesSchema,
  ownTestMailSchema,
  type OwnAuthorization,
  type OwnAuthorizationWish,
  type OwnCheck,
  type OwnMailbox,
  type OwnMailboxesAnswer,
  type OwnTestMail,
} from './personal-schema.js';

const idSchema = z.uuid();

/** A mailbox of one's own: everything that staff who are no admins may do. No route takes an owner, a host or a filter. */
@PersonalController('api/personal')
export class PersonalMailboxController {
  constructor(
    private readonly settings: Settings,
    private readonly clients: PersonalClients,
    private readonly servers: PersonalServers,
    private readonly own: OwnMailboxes,
    private readonly mailboxes: PersonalMailboxes,
    private readonly trials: OwnServerTrials,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getOwnMailboxes' })
  @ApiOkResponse({ standardSchema: ownMailboxesSchema })
  async all(@CurrentActor() { id, name }: Actor): Promise<OwnMailboxesAnswer> {
    const providers = await this.clients.list();
    return {
      name,
      helpdesk: this.settings.publicUrl.href,
      mailboxes: await this.own.of(id),
      providers: providers.map((client) => ({ id: client.id, name: client.name, provider: client.provider })),
      mayConnect: providers.length > 0 && (await this.servers.hasRoom(id)),
    };
  }

  @Post('authorizations')
  @HttpCode(200)
  @ApiOperation({ operationId: 'connectOwnMailbox' })
  @ApiOkResponse({ standardSchema: begunAuthorizationSchema })
  async connect(
    @Body({ schema: ownAuthorizationSchema }) { clientId }: OwnAuthorizationWish,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<z.infer<typeof begunAuthorizationSchema>> {
    return this.leave(await this.mailboxes.connect(clientId, actor), response);
  }

  @Get('authorizations/:id')
  @ApiOperation({ operationId: 'getOwnAuthorization' })
  @ApiOkResponse({ standardSchema: ownAuthorizationStateSchema })
  async trip(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<OwnAuthorization> {
    return this.mailboxes.trip(id, actor);
  }

  @Post('mailboxes/:id/authorization')
  @HttpCode(200)
  @ApiOperation({ operationId: 'reconnectOwnMailbox' })
  @ApiOkResponse({ standardSchema: begunAuthorizationSchema })
  async reconnect(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<z.infer<typeof begunAuthorizationSchema>> {
    return this.leave(await this.mailboxes.reconnect(id, actor), response);
  }

  @Post('mailboxes/:id/check')
  @HttpCode(200)
  @ApiOperation({ operationId: 'checkOwnMailbox' })
  @ApiOkResponse({ standardSchema: ownCheckSchema })
  async check(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<OwnCheck> {
    const steps = await this.trials.check(id, actor);
    return { steps: steps.map(({ step, ok }) => ({ step, ok })), mailbox: await this.one(id, actor) };
  }

  @Post('mailboxes/:id/test-mail')
  @HttpCode(200)
  @ApiOperation({ operationId: 'sendOwnTestMail' })
  @ApiOkResponse({ standardSchema: ownTestMailSchema })
  async sendTestMail(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<OwnTestMail> {
    await this.trials.sendTestMail(id, actor);
    return { to: (await this.one(id, actor)).address };
  }

  @Post('mailboxes/:id/disconnect')
  @HttpCode(200)
  @ApiOperation({ operationId: 'disconnectOwnMailbox' })
  @ApiOkResponse({ standardSchema: ownMailboxesSchema })
  async disconnect(
    @Param('id', { schema: idSchema }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<OwnMailboxesAnswer> {
    await this.mailboxes.disconnect(id, actor);
    return this.all(actor);
  }

  private async one(id: string, actor: Actor): Promise<OwnMailbox> {
    const mailbox = (await this.own.of(actor.id)).find((each) => each.id === id);
    if (!mailbox) throw outgoingProblem('server-not-found', { params: { id } });
    return mailbox;
  }

  private leave({ redirectTo, cookie }: Begun, response: unknown): { redirectTo: string } {
    this.adapterHost.httpAdapter.appendHeader?.(response, 'set-cookie', cookie);
    return { redirectTo };
  }
}

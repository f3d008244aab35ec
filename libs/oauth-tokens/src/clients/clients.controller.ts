import { Body, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
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
import { z } from 'zod';
import { RedirectUris } from '../redirect-uri/redirect-uris.js';
import { RemoveClient } from '../removal/remove-client.js';
import { clientSchema, type Client } from './client-answer.js';
import {
  checkDraft,
  clientDraftSchema,
  clientFindingsSchema,
  type ClientDraft,
  type ClientFinding,
} from './client-draft.js';
import { clientFormSchema, type ClientForm } from './client-form.js';
import {
  clientEdition,
  clientChangesSchema,
  newClientSchema,
  type ClientChanges,
  type NewClient,
} from './client-input.js';
import { ClientList, clientPageSchema, type ClientPage } from './client-list.js';
import { clientQuerySchema, type ClientQuery } from './client-query.js';
import { OAuthClients } from './oauth-clients.js';

const idSchema = z.uuid();

/** App registrations. */
@AdminController('api/clients')
export class ClientsController {
  constructor(
    private readonly clients: OAuthClients,
    private readonly pages: ClientList,
    private readonly removal: RemoveClient,
    private readonly redirectUris: RedirectUris,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listClients' })
  @ApiOkResponse({ standardSchema: clientPageSchema })
  async list(@Query({ schema: clientQuerySchema }) query: ClientQuery): Promise<ClientPage> {
    return this.pages.page(query);
  }

  @Post()
  @ApiOperation({ operationId: 'createClient' })
  @ApiCreatedResponse({ standardSchema: clientSchema })
  async create(
    @Body({ schema: newClientSchema }) body: NewClient,
    @CurrentActor() actor: Actor,
  ): Promise<Client> {
    return this.clients.create(body, actor);
  }

  @Post('check')
  @HttpCode(200)
  @ApiOperation({ operationId: 'checkClient' })
  @ApiOkResponse({ standardSchema: clientFindingsSchema })
  check(@Body({ schema: clientDraftSchema }) body: ClientDraft): { findings: ClientFinding[] } {
    return { findings: checkDraft(body, (alias) => this.redirectUris.of(alias)) };
  }

  @Post('findings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findClientFaults' })
  @ApiOkResponse({ standardSchema: findingsSchema })
  findings(@Body({ schema: typedForm(clientFormSchema) }) form: TypedForm<ClientForm>): Promise<Findings> {
    return this.clients.findings(form);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getClient' })
  @TaggedAnswer(clientEdition, { standardSchema: clientSchema })
  async get(@Param('id', { schema: idSchema }) id: string): Promise<Client> {
    return this.clients.get(id);
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'changeClient' })
  @TaggedChange(clientEdition, { standardSchema: clientSchema })
  async change(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: clientChangesSchema }) body: ClientChanges,
    @CurrentActor() actor: Actor,
    @IfMatch() precondition: Precondition,
  ): Promise<Client> {
    return this.clients.change(id, body, actor, precondition);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteClient' })
  @ApiNoContentResponse()
  async remove(@Param('id', { schema: idSchema }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.removal.run(id, actor);
  }
}

import { Body, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import {
  AdminController,
  CurrentActor,
  findingsSchema,
  IfMatch,
  TaggedAnswer,
  TaggedChange,
  typedForm,
  type Actor,
  type Findings,
  type Precondition,
  type TypedForm,
} from '@mailroom/kernel';
import { Destinations } from './destinations.js';
import { RecipientRoutes } from './recipient-routes.js';
import {
  destinationListSchema,
  newRouteSchema,
  routeChangesSchema,
  routeDraftSchema,
  routeEdition,
  routeListSchema,
  routeSchema,
  type DestinationList,
  type NewRoute,
  type Route,
  type RouteChanges,
  type RouteDraft,
} from './route-shapes.js';

const idSchema = z.uuid();

/** Where mail goes by the address it was sent to. */
@AdminController('api')
export class RoutesController {
  constructor(
    private readonly routes: RecipientRoutes,
    private readonly destinations: Destinations,
  ) {}

  @Get('mail-destinations')
  @ApiOperation({ operationId: 'listMailDestinations' })
  @ApiOkResponse({ standardSchema: destinationListSchema })
  async all(): Promise<DestinationList> {
    const known = await this.destinations.ask().catch(() => null);
    return { known: known !== null, items: [...(known ?? [])].map(([id, label]) => ({ id, label })) };
  }

  @Get('recipient-routes')
  @ApiOperation({ operationId: 'listRecipientRoutes' })
  @ApiOkResponse({ standardSchema: routeListSchema })
  async list(): Promise<{ items: Route[] }> {
    return { items: await this.routes.list() };
  }

  @Post('recipient-routes')
  @ApiOperation({ operationId: 'createRecipientRoute' })
  @ApiCreatedResponse({ standardSchema: routeSchema })
  async create(
    @Body({ schema: newRouteSchema }) body: NewRoute,
    @CurrentActor() actor: Actor,
  ): Promise<Route> {
    return this.routes.create(body, actor);
  }

  @Post('recipient-routes/findings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findRecipientRouteFaults' })
  @ApiOkResponse({ standardSchema: findingsSchema })
  findings(@Body({ schema: typedForm(routeDraftSchema) }) form: TypedForm<RouteDraft>): Promise<Findings> {
    return this.routes.findings(form);
  }

  @Get('recipient-routes/:id')
  @ApiOperation({ operationId: 'getRecipientRoute' })
  @TaggedAnswer(routeEdition, { standardSchema: routeSchema })
  async one(@Param('id', { schema: idSchema }) id: string): Promise<Route> {
    return this.routes.get(id);
  }

  @Patch('recipient-routes/:id')
  @ApiOperation({ operationId: 'changeRecipientRoute' })
  @TaggedChange(routeEdition, { standardSchema: routeSchema })
  async change(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: routeChangesSchema }) body: RouteChanges,
    @CurrentActor() actor: Actor,
    @IfMatch() precondition: Precondition,
  ): Promise<Route> {
    return this.routes.change(id, body, actor, precondition);
  }

  @Delete('recipient-routes/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteRecipientRoute' })
  @ApiNoContentResponse()
  async remove(@Param('id', { schema: idSchema }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.routes.remove(id, actor);
  }
}

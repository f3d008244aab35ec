import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { AdminController, CurrentActor, type Actor } from '@mailroom/kernel';
import { RoundTrip } from './round-trip.js';
import {
  roundTripQuerySchema,
  roundTripSchema,
  roundTripWishSchema,
  type RoundTripQuery,
  type RoundTripReport,
  type RoundTripWish,
} from './round-trip-schema.js';

const idSchema = z.uuid();

/** A mail to ourselves: does it leave, and does it come back in? */
@AdminController('api/round-trips')
export class RoundTripController {
  constructor(private readonly roundTrip: RoundTrip) {}

  @Post()
  @ApiOperation({ operationId: 'beginRoundTrip' })
  @ApiCreatedResponse({ standardSchema: roundTripSchema })
  async begin(
    @Body({ schema: roundTripWishSchema }) wish: RoundTripWish,
    @CurrentActor() actor: Actor,
  ): Promise<RoundTripReport> {
    return this.roundTrip.begin(wish, actor);
  }

  @Get(':mailId')
  @ApiOperation({ operationId: 'getRoundTrip' })
  @ApiOkResponse({ standardSchema: roundTripSchema })
  async progress(
    @Param('mailId', { schema: idSchema }) mailId: string,
    @Query({ schema: roundTripQuerySchema }) { accountId }: RoundTripQuery,
  ): Promise<RoundTripReport> {
    return this.roundTrip.progress(mailId, accountId);
  }
}

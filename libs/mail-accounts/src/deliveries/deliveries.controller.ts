import { Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { AdminController } from '@mailroom/kernel';
import { z } from 'zod';
import { MailArchive } from '../archive/mail-archive.js';
import {
  deliveryListSchema,
  deliveryQuerySchema,
  type DeliveryList,
  type DeliveryQuery,
} from './delivery-answer.js';
import { Deliveries } from './delivery-list.js';
import { Replays } from './replays.js';

const idSchema = z.uuid();

/** What came in, and what became of it. */
@AdminController('api')
export class DeliveriesController {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly archive: MailArchive,
    private readonly replays: Replays,
  ) {}

  @Get('accounts/:id/deliveries')
  @ApiOperation({ operationId: 'listDeliveries' })
  @ApiOkResponse({ standardSchema: deliveryListSchema })
  list(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: deliveryQuerySchema }) query: DeliveryQuery,
  ): Promise<DeliveryList> {
    return this.deliveries.list(id, query);
  }

  @Get('deliveries/:id/raw')
  @ApiOperation({ operationId: 'downloadRawMail' })
  @ApiProduces('application/octet-stream')
  @Header('x-content-type-options', 'nosniff')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async raw(@Param('id', { schema: idSchema }) id: string): Promise<StreamableFile> {
    // Hostile bytes: saved under a name of our own, never shown, never guessed at.
    return new StreamableFile(await this.archive.raw(id), {
      type: 'application/octet-stream',
      disposition: `attachment; filename="${id}.eml"`,
    });
  }

  @Post('deliveries/:id/replay')
  @HttpCode(204)
  @ApiOperation({ operationId: 'replayDelivery' })
  @ApiNoContentResponse()
  async replay(@Param('id', { schema: idSchema }) id: string): Promise<void> {
    await this.replays.ask(id);
  }
}

import { Body, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import { AdminController, CurrentActor, type Actor } from '@mailroom/kernel';
import { z } from 'zod';
import { ProtocolLogs } from './protocol-logs.js';

const idSchema = z.uuid();
const wishSchema = z
  .strictObject({ minutes: z.union([z.literal(0), z.literal(15), z.literal(60), z.literal(1_440)]) })
  .meta({ id: 'ProtocolLogWish' });
type Wish = z.infer<typeof wishSchema>;
const stateSchema = z
  .object({ until: z.iso.datetime().nullable(), text: z.string() })
  .meta({ id: 'ProtocolLog' });
type State = z.infer<typeof stateSchema>;

/** What an account and its mail server say to each other, for a while, without secrets and without mail. */
@AdminController('api/accounts/:id/protocol-log')
export class ProtocolLogController {
  constructor(private readonly logs: ProtocolLogs) {}

  @Get()
  @ApiOperation({ operationId: 'getProtocolLog' })
  @ApiOkResponse({ standardSchema: stateSchema })
  async read(@Param('id', { schema: idSchema }) id: string): Promise<State> {
    const { until, text } = await this.logs.read(id);
    return { until: until?.toISOString() ?? null, text };
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'keepProtocolLog' })
  @ApiOkResponse({ standardSchema: stateSchema })
  async keep(
    @Param('id', { schema: idSchema }) id: string,
    @Body({ schema: wishSchema }) { minutes }: Wish,
    @CurrentActor() actor: Actor,
  ): Promise<State> {
    await this.logs.keep(id, minutes, actor);
    return this.read(id);
  }

  @Get('raw')
  @ApiOperation({ operationId: 'downloadProtocolLog' })
  @ApiProduces('text/plain')
  @Header('x-content-type-options', 'nosniff')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(@Param('id', { schema: idSchema }) id: string): Promise<StreamableFile> {
    const { text } = await this.logs.read(id);
    return new StreamableFile(Buffer.from(text, 'utf8'), {
      type: 'text/plain; charset=utf-8',
      disposition: `attachment; filename="${id}-protocol.txt"`,
    });
  }
}

import { Body, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController } from '@mailroom/kernel';
import { MailboxDiscoveries } from './discovery.js';
import { discoveryInputSchema, discoverySchema, type Discovery, type DiscoveryInput } from './proposal.js';

/** Beginning with an address. */
@AdminController('api/accounts')
export class DiscoveryController {
  constructor(private readonly discoveries: MailboxDiscoveries) {}

  @Post('discover')
  @HttpCode(200)
  @ApiOperation({ operationId: 'discoverMailbox' })
  @ApiOkResponse({ standardSchema: discoverySchema })
  async discover(@Body({ schema: discoveryInputSchema }) { address }: DiscoveryInput): Promise<Discovery> {
    return this.discoveries.of(address);
  }
}

import { Body, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, findingsSchema, typedForm, type Findings, type TypedForm } from '@mailroom/kernel';
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

  @Post('discover/findings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findDiscoveryFaults' })
  @ApiOkResponse({ standardSchema: findingsSchema })
  findings(
    @Body({ schema: typedForm(discoveryInputSchema) }) form: TypedForm<DiscoveryInput>,
  ): Promise<Findings> {
    return this.discoveries.findings(form);
  }
}

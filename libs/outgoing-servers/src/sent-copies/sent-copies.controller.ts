import { Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { AdminController, AuditLog, CurrentActor, type Actor } from '@mailroom/kernel';
import { serverAudit } from '../outgoing-audit.js';
import { OutgoingServers } from '../servers/outgoing-servers.js';
import { serverJsonSchema, type ServerJson } from '../servers/server-schema.js';
import { SentCopyDesk } from './sent-copy-desk.js';

const idSchema = z.uuid();

/** The copies of a server's mail that are not in Sent: make them after all, or do without them. */
@AdminController('api/servers/:id/sent-copies')
export class SentCopiesController {
  constructor(
    private readonly servers: OutgoingServers,
    private readonly desk: SentCopyDesk,
    private readonly audit: AuditLog,
  ) {}

  @Post('retry')
  @HttpCode(200)
  @ApiOperation({ operationId: 'retrySentCopies' })
  @ApiOkResponse({ standardSchema: serverJsonSchema })
  async retry(@Param('id', { schema: idSchema }) id: string): Promise<ServerJson> {
    await this.servers.find(id);
    await this.desk.takeUpAll(id);
    return this.servers.get(id);
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ operationId: 'forgetSentCopies' })
  @ApiNoContentResponse()
  async forget(@Param('id', { schema: idSchema }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    const server = await this.servers.find(id);
    const copies = await this.desk.doWithout(id);
    await this.audit.record(serverAudit('sent-copies-forgotten', server, actor, { copies }));
  }
}

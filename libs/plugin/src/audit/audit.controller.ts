import { Readable } from 'node:stream';
import { Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces } from '@nestjs/swagger';
import {
  AdminController,
  AuditEvents,
  AuditExport,
  auditFilterSchema,
  auditPageSchema,
  auditQuerySchema,
  CurrentActor,
  type Actor,
  type AuditPage,
  type AuditQuery,
} from '@mailroom/kernel';
import { z } from 'zod';

const exportSchema = auditFilterSchema.extend({ format: z.enum(['csv', 'jsonl']) });
const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl; charset=utf-8' } as const;

/** Who did what to credentials and settings. */
@AdminController('api/audit-events')
export class AuditController {
  constructor(
    private readonly events: AuditEvents,
    private readonly exports: AuditExport,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listAuditEvents' })
  @ApiOkResponse({ standardSchema: auditPageSchema })
  async list(@Query({ schema: auditQuerySchema }) query: AuditQuery): Promise<AuditPage> {
    return this.events.list(query);
  }

  @Get('export')
  @ApiOperation({ operationId: 'exportAuditEvents' })
  @ApiProduces('text/csv', 'application/jsonl')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @Query({ schema: exportSchema }) { format, ...filter }: z.infer<typeof exportSchema>,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const pieces = await this.exports.run(filter, format, actor);
    return new StreamableFile(Readable.from(pieces, { objectMode: false }), {
      type: TYPES[format],
      disposition: `attachment; filename="audit-log.${format}"`,
    });
  }
}

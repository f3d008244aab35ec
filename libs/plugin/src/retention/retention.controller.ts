import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AdminController, Retention } from '@mailroom/kernel';
import { retentionListSchema, type RetentionList } from './retention-schema.js';

/** When what is too old was last cleared away. */
@AdminController('api/retention')
export class RetentionController {
  constructor(private readonly retention: Retention) {}

  @Get()
  @ApiOperation({ operationId: 'listRetention' })
  @ApiOkResponse({ standardSchema: retentionListSchema })
  async list(): Promise<RetentionList> {
    const runs = await this.retention.runs();
    return {
      items: runs.map((run) => ({
        ...run,
        begunAt: run.begunAt?.toISOString() ?? null,
        endedAt: run.endedAt?.toISOString() ?? null,
      })),
    };
  }
}

import { Get, Req, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type Observable } from 'rxjs';
import { type z } from 'zod';
import { AdminController } from '@mailroom/kernel';
import { BannerStream } from '../stream/banner-stream.js';
import { bannerJson, bannerListSchema } from './banner.js';
import { Banners } from './banners.js';

const STREAM = {
  description: 'Events `banners`, each with a BannerList as its data: one at once, then one for each change.',
  content: { 'text/event-stream': { schema: { type: 'string' } } },
} as const;
/** Lists of banners that may wait for a listener who does not read; then the connection is dropped. */
const PENDING_AT_MOST = 256 * 1_024;

/** What the strip on top of the pages shows. */
@AdminController('api/banners')
export class BannersController {
  constructor(
    private readonly banners: Banners,
    private readonly stream: BannerStream,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listBanners' })
  @ApiOkResponse({ standardSchema: bannerListSchema })
  async list(): Promise<z.infer<typeof bannerListSchema>> {
    return { items: (await this.banners.list()).map(bannerJson) };
  }

  @Sse('stream', { maxPendingDataLength: PENDING_AT_MOST })
  @ApiOperation({ operationId: 'streamBanners' })
  @ApiOkResponse(STREAM)
  changes(@Req() request: unknown): Observable<MessageEvent> {
    return this.stream.open(request);
  }
}

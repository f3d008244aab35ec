import { Body, Get, HttpCode, Post, Query, Req, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type Observable } from 'rxjs';
import {
  AdminController,
  CurrentActor,
  findingsOf,
  findingsSchema,
  typedForm,
  type Actor,
  type Findings,
  type TypedForm,
} from '@mailroom/kernel';
import { BannerStream } from '../stream/banner-stream.js';
import { BannerHistory } from '../history/banner-history.js';
import {
  historyPageSchema,
  historyQuerySchema,
  type HistoryPage,
  type HistoryQuery,
} from '../history/history-schema.js';
import {
  bannerNameSchema,
  snoozeDraftSchema,
  snoozeWishSchema,
  type BannerName,
  type SnoozeDraft,
  type SnoozeWish,
} from '../snooze/snooze-schema.js';
import { Snoozing } from '../snooze/snoozing.js';
import { bannerListJson, bannerListSchema, type BannerListJson } from './banner.js';
import { Banners } from './banners.js';

const STREAM = {
  description: 'Events `banners`, each with a BannerList as its data: one at once, then one for each change.',
  content: { 'text/event-stream': { schema: { type: 'string' } } },
} as const;
/** Lists of banners that may wait for a listener who does not read; then the connection is dropped. */
const PENDING_AT_MOST = 256 * 1_024;

/** What needs an admin, what they let sleep, and what there was. */
@AdminController('api/banners')
export class BannersController {
  constructor(
    private readonly banners: Banners,
    private readonly stream: BannerStream,
    private readonly history: BannerHistory,
    private readonly snoozing: Snoozing,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listBanners' })
  @ApiOkResponse({ standardSchema: bannerListSchema })
  async list(): Promise<BannerListJson> {
    return bannerListJson(await this.banners.all());
  }

  @Sse('stream', { maxPendingDataLength: PENDING_AT_MOST })
  @ApiOperation({ operationId: 'streamBanners' })
  @ApiOkResponse(STREAM)
  changes(@Req() request: unknown): Observable<MessageEvent> {
    return this.stream.open(request);
  }

  @Get('history')
  @ApiOperation({ operationId: 'listBannerHistory' })
  @ApiOkResponse({ standardSchema: historyPageSchema })
  async past(@Query({ schema: historyQuerySchema }) query: HistoryQuery): Promise<HistoryPage> {
    return this.history.page(query);
  }

  @Post('snooze')
  @HttpCode(200)
  @ApiOperation({ operationId: 'snoozeBanner' })
  @ApiOkResponse({ standardSchema: bannerListSchema })
  async snooze(
    @Body({ schema: snoozeWishSchema }) wish: SnoozeWish,
    @CurrentActor() actor: Actor,
  ): Promise<BannerListJson> {
    await this.snoozing.snooze(wish, actor);
    return this.list();
  }

  @Post('snooze/findings')
  @HttpCode(200)
  @ApiOperation({ operationId: 'findSnoozeFaults' })
  @ApiOkResponse({ standardSchema: findingsSchema })
  findings(@Body({ schema: typedForm(snoozeDraftSchema) }) form: TypedForm<SnoozeDraft>): Promise<Findings> {
    return findingsOf(form);
  }

  @Post('wake')
  @HttpCode(200)
  @ApiOperation({ operationId: 'wakeBanner' })
  @ApiOkResponse({ standardSchema: bannerListSchema })
  async wake(
    @Body({ schema: bannerNameSchema }) name: BannerName,
    @CurrentActor() actor: Actor,
  ): Promise<BannerListJson> {
    await this.snoozing.wake(name, actor);
    return this.list();
  }
}

import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { AdminController } from '@mailroom/kernel';
import { bannerSchema } from './banner.js';
import { Banners } from './banners.js';

const bannerListSchema = z.object({ items: z.array(bannerSchema) }).meta({ id: 'BannerList' });

/** What the strip on top of the pages shows. */
@AdminController('api/banners')
export class BannersController {
  constructor(private readonly banners: Banners) {}

  @Get()
  @ApiOperation({ operationId: 'listBanners' })
  @ApiOkResponse({ standardSchema: bannerListSchema })
  async list(): Promise<z.infer<typeof bannerListSchema>> {
    const banners = await this.banners.list();
    return {
      items: banners.map(({ kind, cause, severity, params, action, firstSeenAt }) => ({
        kind,
        cause,
        severity,
        params,
        action,
        firstSeenAt: firstSeenAt.toISOString(),
      })),
    };
  }
}

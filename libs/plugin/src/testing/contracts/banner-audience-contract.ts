import assert from 'node:assert/strict';
import { type Banner, type BannerAudience } from '@mailroom/notifications';
import { type PortPromise } from './contract.js';

/** An audience, and how often it has been heard where people look. */
export interface BannerAudienceSubject {
  readonly audience: BannerAudience;
  readonly timesHeard: () => Promise<number> | number;
}

const BANNER: Banner = {
  kind: 'refresh-token-expired',
  cause: 'token:7f3c1b52-0000-4000-8000-000000000000',
  severity: 'critical',
  params: { mailbox: 'support@desk.test' },
  action: {
    kind: 'reconnect',
    tokenId: '7f3c1b52-0000-4000-8000-000000000000',
    path: 'tokens/7f3c1b52-0000-4000-8000-000000000000',
  },
  firstSeenAt: new Date(0),
  snooze: null,
};

/** What a `BannerAudience` promises. */
export function bannerAudienceContract(make: () => Promise<BannerAudienceSubject>): readonly PortPromise[] {
  return [
    {
      says: 'takes a banner to where people look',
      check: async () => {
        const { audience, timesHeard } = await make();
        const before = await timesHeard();
        await audience.announce(BANNER);
        assert.equal(await timesHeard(), before + 1, 'announce resolved, and nobody heard');
      },
    },
    {
      says: 'hears of the same cause twice without a fault, as after a crash',
      check: async () => {
        const { audience } = await make();
        await audience.announce(BANNER);
        await audience.announce(BANNER);
      },
    },
  ];
}

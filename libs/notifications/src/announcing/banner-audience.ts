import { type Banner } from '../banners/banner.js';

/**
 * Port: takes a new banner somewhere people look (a chat, an e-mail that does not depend on the ill account).
 *
 * Called once per cause, in one process. A throw, or no answer within a minute, counts as not announced: it is
 * called again with growing delays, eight times at most, and only while the cause lasts. A crash in between may
 * make it hear of a cause twice.
 */
export abstract class BannerAudience {
  /** Called once for each new banner. */
  abstract announce(banner: Banner): Promise<void>;
}

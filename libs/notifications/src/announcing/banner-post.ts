import { type Banner } from '../banners/banner.js';

/** What became of a banner that was to be told by mail. */
export interface Posted {
  readonly banner: Banner;
  /** `no-server`: there is none but those that it is about. */
  readonly mail: 'sent' | 'no-server';
  /** Name of the server that tells; null when none does. */
  readonly through: string | null;
}

/** Tells admins by e-mail. Kept by whoever brings banners and outgoing mail together. */
export abstract class BannerPost {
  /** False while no admin wants to be told by mail. Whoever a banner calls on alone (`addressee`) is written to all the same. */
  abstract isWanted(): Promise<boolean>;
  /**
   * Writes to admins who want it about these, and to the addressee of each that has one; never through a server that one is
   * about. The same banners again are the same letter.
   */
  abstract tell(banners: readonly Banner[]): Promise<readonly Posted[]>;
}

import { type BannerKind } from '../../../libs/notifications/src/banners/banner.js';
import { accountJourneys } from './account-journeys.js';
import { type Journey } from './banner-desk.js';
import { clientJourneys } from './client-journeys.js';
import { personalJourney } from './personal-journey.js';
import { serverJourneys } from './server-journeys.js';
import { tokenJourneys } from './token-journeys.js';

/** A journey for every kind of banner: one that has none does not compile. The clock goes on from each to the next. */
export const journeys: Readonly<Record<BannerKind, Journey>> = {
  ...accountJourneys,
  ...serverJourneys,
  ...personalJourney,
  ...tokenJourneys,
  ...clientJourneys,
};

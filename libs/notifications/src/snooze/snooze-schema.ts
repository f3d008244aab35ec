import { z } from 'zod';
import { kindSchema } from '../banners/banner.js';

/** Which banner. */
export const bannerNameSchema = z
  .strictObject({ kind: kindSchema, cause: z.string().min(1).max(500) })
  .meta({ id: 'BannerName' });
export type BannerName = z.infer<typeof bannerNameSchema>;

/** Which banner sleeps, until when (within 30 days) and why. */
export const snoozeWishSchema = bannerNameSchema
  .extend({
    until: z.iso.datetime({ offset: true }),
    reason: z.string().trim().min(1).max(500),
  })
  .meta({ id: 'SnoozeWish' });
export type SnoozeWish = z.infer<typeof snoozeWishSchema>;

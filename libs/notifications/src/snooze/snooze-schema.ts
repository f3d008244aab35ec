import { z } from 'zod';
import { kindSchema } from '../banners/banner.js';

const MONTH_MINUTES = 30 * 24 * 60;

/** Which banner. */
export const bannerNameSchema = z
  .strictObject({ kind: kindSchema, cause: z.string().min(1).max(500) })
  .meta({ id: 'BannerName' });
export type BannerName = z.infer<typeof bannerNameSchema>;

/** Which banner sleeps, for how long (30 days at most) and why. */
export const snoozeWishSchema = bannerNameSchema
  .extend({
    /** From now on; a span, for the clocks of browsers differ. */
    forMinutes: z.int().min(1).max(MONTH_MINUTES),
    reason: z.string().trim().min(1).max(500),
  })
  .meta({ id: 'SnoozeWish' });
export type SnoozeWish = z.infer<typeof snoozeWishSchema>;

/** A form that is being filled in. What is left out is nobody's fault yet. */
export const snoozeDraftSchema = snoozeWishSchema.partial().meta({ id: 'SnoozeDraft' });
export type SnoozeDraft = z.infer<typeof snoozeDraftSchema>;

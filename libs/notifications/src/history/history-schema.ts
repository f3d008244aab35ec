import { z } from 'zod';
import { paramsSchema, severitySchema, snoozeSchema } from '../banners/banner.js';

/** Which causes of the history, in what order, and which of them. */
export const historyQuerySchema = z.object({
  /** Words, in any case, that all occur in what a cause names, who was told of it and why it sleeps. */
  search: z.string().trim().max(200).optional(),
  severity: severitySchema.optional(),
  state: z.enum(['lasts', 'gone']).optional(),
  /** By when they were first seen. */
  sort: z.enum(['newest', 'oldest']).default('newest'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

/** A cause as it was, or is. `kind` may be one that this version does not know any more. */
export const pastBannerSchema = z
  .object({
    kind: z.string(),
    cause: z.string(),
    severity: severitySchema,
    /** As first seen. */
    params: paramsSchema,
    firstSeenAt: z.iso.datetime(),
    announcedAt: z.iso.datetime().nullable(),
    /** The last time that somebody let it sleep. */
    snooze: snoozeSchema.nullable(),
    /** What became of telling by mail; null when nobody was told. */
    mail: z.enum(['sent', 'no-server']).nullable(),
    /** Name of the server that told. */
    mailedThrough: z.string().nullable(),
    /** Null while it lasts. */
    goneAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'PastBanner' });
export type PastBannerJson = z.infer<typeof pastBannerSchema>;

/** A page of the history: `total` counts all that fit, `recorded` all there are. */
export const historyPageSchema = z
  .object({ items: z.array(pastBannerSchema), total: z.int(), recorded: z.int() })
  .meta({ id: 'BannerHistory' });
export type HistoryPage = z.infer<typeof historyPageSchema>;

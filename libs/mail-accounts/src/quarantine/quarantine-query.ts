import { z } from 'zod';
import { deliverySchema } from '../deliveries/delivery-answer.js';

/** Which held mail: what the host could not take, or what it refused; of one account, with one reason, with these words. */
export const quarantineFilterSchema = z.strictObject({
  outcome: z.enum(['quarantined', 'refused']).default('quarantined'),
  accountId: z.uuid().optional(),
  /** Problem code of the reason. */
  problem: z
    .string()
    .regex(/^[\w-]{1,80}$/)
    .optional(),
  /** Part of sender, subject or Message-ID, in any case. */
  search: z.string().trim().min(1).max(200).optional(),
});
export type QuarantineFilter = z.infer<typeof quarantineFilterSchema>;

/** The same, page by page: mail that comes after `before` in the order asked for. */
export const quarantineQuerySchema = quarantineFilterSchema.extend({
  sort: z.enum(['newest', 'oldest']).default('newest'),
  before: z.uuid().optional(),
});
export type QuarantineQuery = z.infer<typeof quarantineQuerySchema>;

/** A mail that is held, with what is around it. */
export const heldMailSchema = deliverySchema
  .extend({
    accountName: z.string(),
    /** False for mail that the server withheld and for mail whose bytes were forgotten. */
    hasRaw: z.boolean(),
  })
  .meta({ id: 'HeldMail' });
export type HeldMail = z.infer<typeof heldMailSchema>;

/** One page, in the order asked for; `next` is the `before` of the page after it. */
export const quarantinePageSchema = z
  .object({ items: z.array(heldMailSchema), next: z.uuid().optional() })
  .meta({ id: 'QuarantinePage' });
export type QuarantinePage = z.infer<typeof quarantinePageSchema>;

/** What is to be done with all mail that fits. */
export const quarantineActSchema = z
  .strictObject({ act: z.enum(['replay', 'discard']), filter: quarantineFilterSchema })
  .meta({ id: 'QuarantineAct' });
export type QuarantineAct = z.infer<typeof quarantineActSchema>;

/** How far the last act on many mails came. */
export const quarantineRunSchema = z
  .object({
    id: z.uuid(),
    act: z.enum(['replay', 'discard']),
    state: z.enum(['running', 'done', 'stopped']),
    total: z.int(),
    done: z.int(),
    /** Of those, mails that are in quarantine no more. */
    released: z.int(),
    askedBy: z.string(),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'QuarantineRun' });
export type QuarantineRunAnswer = z.infer<typeof quarantineRunSchema>;

/** The quarantine in figures. */
export const quarantineSummarySchema = z
  .object({
    /** Mail that fits the whole filter. */
    total: z.int(),
    /** Reasons with this outcome and account, the most frequent first; null where the host gave its own words. */
    reasons: z.array(z.object({ problem: z.string().nullable(), count: z.int() })),
    /** The 200 accounts that hold most, and what they do with the copies on their servers. */
    accounts: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        disposition: z.enum(['delete', 'seen', 'move', 'leave']),
        moveTo: z.string().nullable(),
        count: z.int(),
      }),
    ),
    run: quarantineRunSchema.nullable(),
  })
  .meta({ id: 'QuarantineSummary' });
export type QuarantineSummary = z.infer<typeof quarantineSummarySchema>;

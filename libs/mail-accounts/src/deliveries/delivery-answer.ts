import { z } from 'zod';
import { handlingSchema } from '../rules/handling.js';
import { type Delivery } from './delivery.js';

/** Every outcome there is. */
export const OUTCOMES = [
  'stored',
  'ignored',
  'refused',
  'retrying',
  'quarantined',
  'oversized',
  'duplicate',
  'discarded',
] as const;

/** A line of the ledger as the API answers it. */
export const deliverySchema = z
  .object({
    id: z.uuid(),
    accountId: z.uuid(),
    outcome: z.enum(OUTCOMES),
    subject: z.string(),
    sender: z.string().nullable(),
    messageId: z.string().nullable(),
    size: z.int(),
    receivedAt: z.iso.datetime(),
    recordedAt: z.iso.datetime(),
    reference: z.string().nullable(),
    reason: z.string().nullable(),
    problem: z.string().nullable(),
    attempts: z.int(),
    retryAt: z.iso.datetime().nullable(),
    duplicateOf: z.uuid().nullable(),
    disposalDue: z.boolean(),
    disposedAt: z.iso.datetime().nullable(),
    handling: handlingSchema.nullable(),
  })
  .meta({ id: 'Delivery' });
export type DeliveryAnswer = z.infer<typeof deliverySchema>;

/**
 * One page of the ledger; `next` is the `before` of the page after it. A search looks at 10,000 mails at once: `lookedTo`
 * says how far it came where it has not come to the end, and the page may then have few items or none, and a `next` all the same.
 */
export const deliveryListSchema = z
  .object({
    items: z.array(deliverySchema),
    next: z.uuid().optional(),
    lookedTo: z.iso.datetime().optional(),
  })
  .meta({ id: 'DeliveryList' });
export type DeliveryList = z.infer<typeof deliveryListSchema>;

/** What to list: one outcome or all, in which order, behind `before`. */
export const deliveryQuerySchema = z.object({
  outcome: z.enum(OUTCOMES).optional(),
  /** Words, in any case, that all occur in subject, sender or Message-ID. */
  search: z.string().trim().max(200).optional(),
  /** By when it was recorded. */
  sort: z.enum(['newest', 'oldest']).default('newest'),
  before: z.uuid().optional(),
});
export type DeliveryQuery = z.infer<typeof deliveryQuerySchema>;

/** A row as the API shows it. */
export function deliveryAnswer(delivery: Delivery): DeliveryAnswer {
  const { id, accountId, outcome, subject, sender, messageId, size } = delivery;
  const { reference, reason, problem, attempts, duplicateOf, disposalDue } = delivery;
  return {
    id,
    accountId,
    outcome,
    subject,
    sender,
    messageId,
    size,
    receivedAt: delivery.receivedAt.toISOString(),
    recordedAt: delivery.recordedAt.toISOString(),
    reference,
    reason,
    problem,
    attempts,
    retryAt: delivery.retryAt?.toISOString() ?? null,
    duplicateOf,
    disposalDue,
    disposedAt: delivery.disposedAt?.toISOString() ?? null,
    handling: delivery.handling,
  };
}

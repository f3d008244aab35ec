import { z } from 'zod';
import { problemShape } from '@mailroom/kernel';

/** From which server to which of our own accounts. */
export const roundTripWishSchema = z
  .strictObject({ serverId: z.uuid(), accountId: z.uuid() })
  .meta({ id: 'RoundTripWish' });
export type RoundTripWish = z.infer<typeof roundTripWishSchema>;

/** Where the answer is looked for. */
export const roundTripQuerySchema = z.strictObject({ accountId: z.uuid() });
export type RoundTripQuery = z.infer<typeof roundTripQuerySchema>;

/** How far a round trip got: each step with when it was done, or what it met. */
export const roundTripSchema = z
  .object({
    mailId: z.uuid(),
    accountId: z.uuid(),
    steps: z.array(
      z.object({
        step: z.enum(['enqueued', 'sent', 'arrived']),
        state: z.enum(['done', 'under-way', 'failed', 'ahead']),
        at: z.iso.datetime().nullable(),
        problem: problemShape.nullable(),
      }),
    ),
  })
  .meta({ id: 'RoundTrip' });
export type RoundTripReport = z.infer<typeof roundTripSchema>;

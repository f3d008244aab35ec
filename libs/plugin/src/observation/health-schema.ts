import { z } from 'zod';

const counts = z.record(z.string(), z.int());

/** How Mailroom does, as the API answers it. */
export const healthSchema = z
  .object({
    status: z.enum(['up', 'down']),
    reason: z.enum(['database', 'instance']).nullable(),
    connections: z.object({ limit: z.int(), inUse: z.int(), waiting: z.int() }),
    signs: z
      .object({
        answerMs: z.number(),
        instances: z.int(),
        sessions: z.object({ held: z.int() }),
        accounts: z.object({
          byState: counts,
          failing: z.int(),
          stalest: z.array(z.object({ accountId: z.uuid(), secondsAgo: z.number() })),
        }),
        tokens: z.object({ byState: counts }),
        outbox: z.object({ byStatus: counts, oldestSeconds: z.number().nullable() }),
        quarantined: z.int(),
        jobs: z.object({ overdue: z.int(), failed: z.int() }),
      })
      .nullable(),
  })
  .meta({ id: 'Health' });

export type HealthJson = z.infer<typeof healthSchema>;

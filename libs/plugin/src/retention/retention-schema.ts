import { z } from 'zod';

/** What is kept for a time only, and the newest run that cleared it away. */
export const retentionListSchema = z
  .object({
    items: z.array(
      z.object({
        name: z.string(),
        setting: z.enum([
          'audit-retention-days',
          'run-retention-days',
          'outbox-retention-days',
          'raw-mail-retention-days',
        ]),
        /** Null when there was none yet. */
        begunAt: z.iso.datetime().nullable(),
        endedAt: z.iso.datetime().nullable(),
        removed: z.int(),
        problem: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'RetentionList' });

export type RetentionList = z.infer<typeof retentionListSchema>;

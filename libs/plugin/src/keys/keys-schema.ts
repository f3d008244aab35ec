import { z } from 'zod';

const unreadable = z.object({
  /** Table and column. */
  place: z.string(),
  owner: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  keyId: z.string().nullable(),
});

/** Which keys hold what; never a key. */
export const keyProgressSchema = z
  .object({
    currentKeyId: z.string(),
    total: z.int(),
    done: z.int(),
    unreadable: z.int(),
    byKey: z.array(
      z.object({
        /** Null for what is no envelope. */
        keyId: z.string().nullable(),
        current: z.boolean(),
        inRing: z.boolean(),
        count: z.int(),
        byPlace: z.array(z.object({ place: z.string(), count: z.int() })),
      }),
    ),
    lastRun: z
      .object({
        state: z.enum(['running', 'ended', 'stopped']),
        keyId: z.string(),
        startedAt: z.iso.datetime(),
        startedBy: z.string(),
        endedAt: z.iso.datetime().nullable(),
        resealed: z.int(),
        unreadable: z.array(unreadable),
      })
      .nullable(),
  })
  .meta({ id: 'KeyProgress' });
export type KeyProgressJson = z.infer<typeof keyProgressSchema>;

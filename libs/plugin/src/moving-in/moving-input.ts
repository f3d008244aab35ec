import { foreignFiles, inputFault } from '@mailroom/kernel';
import { z } from 'zod';

const QUEUES_AT_MOST = 1_000;
const queues = z.record(z.string().max(255), z.string().trim().min(1).max(255));

/** How to move a file in. */
export const movingQuerySchema = z.object({
  /** What the file is, where its columns do not tell. */
  kind: z.enum(foreignFiles).optional(),
  /** A JSON object: destination of ours by queue of theirs. */
  queues: z
    .string()
    .max(100_000)
    .optional()
    .transform((text, context) => {
      const { success, data } = queues.safeParse(text === undefined ? {} : jsonOf(text));
      if (success && Object.keys(data).length <= QUEUES_AT_MOST) return data;
      context.addIssue(inputFault('no-json'));
      return z.NEVER;
    }),
});
export type MovingQuery = z.infer<typeof movingQuerySchema>;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { z } from 'zod';

/** How far moving in has come, in rows. Nothing is stored for others to see before all are. */
export const movingStepSchema = z.object({ done: z.int(), of: z.int() });
export type MovingStep = z.infer<typeof movingStepSchema>;

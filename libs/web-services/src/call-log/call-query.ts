import { z } from 'zod';
import { callKinds, type InvokerCall } from './invoker-call.js';

/** `taken`: a status below 400 · `refused`: 400 and above · `unanswered`: no answer came, the problem says why. */
export const callOutcomes = ['taken', 'refused', 'unanswered'] as const;

/** Which calls of an invoker, in what order, and which of them. */
export const callQuerySchema = z.object({
  /** Words, in any case, that all occur in who called, the status or the problem code. */
  search: z.string().trim().max(200).optional(),
  kind: z.enum(callKinds).optional(),
  outcome: z.enum(callOutcomes).optional(),
  sort: z.enum(['newest', 'oldest', 'slowest']).default('newest'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});
export type CallQuery = z.infer<typeof callQuerySchema>;

/** One call as admins see it: never what was sent or answered. */
export const invokerCallSchema = z
  .object({
    id: z.string(),
    kind: z.enum(callKinds),
    /** What the host said of itself, or the admin who tested. */
    calledBy: z.string().nullable(),
    calledAt: z.iso.datetime(),
    durationMs: z.int(),
    /** HTTP status; null when no answer came. */
    status: z.int().nullable(),
    problem: z.string().nullable(),
  })
  .meta({ id: 'InvokerCall' });
export type InvokerCallAnswer = z.infer<typeof invokerCallSchema>;

/** The calls asked for; `total` counts all that match, `recorded` all there are. */
export const invokerCallListSchema = z
  .object({ items: z.array(invokerCallSchema), total: z.int(), recorded: z.int() })
  .meta({ id: 'InvokerCallList' });
export type InvokerCallList = z.infer<typeof invokerCallListSchema>;

/** The row as an answer. */
export function callAnswer(row: InvokerCall): InvokerCallAnswer {
  const { id, kind, calledBy, calledAt, durationMs, status, problemCode } = row;
  return { id, kind, calledBy, calledAt: calledAt.toISOString(), durationMs, status, problem: problemCode };
}

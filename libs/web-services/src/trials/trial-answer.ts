import { z } from 'zod';
import { problemShape } from '@mailroom/kernel';

/** What to call with. */
export const trialInputSchema = z
  .object({ payload: z.record(z.string(), z.unknown()).default({}) })
  .meta({ id: 'InvokerTestInput' });
export type TrialInput = z.infer<typeof trialInputSchema>;

/** One thing that was done, how long it took in ms, and what it met. */
const step = z.object({
  step: z.enum(['fill', 'resolve', 'token', 'request', 'renew', 'request-again']),
  ok: z.boolean(),
  ms: z.int(),
  problem: problemShape.nullable(),
});

/**
 * How a test call went: the steps up to the first that failed, the request that left (or would have), and what came back.
 * Secrets are veiled in both, also where the remote echoed them.
 */
export const trialAnswerSchema = z
  .object({
    steps: z.array(step),
    request: z
      .object({
        method: z.string(),
        url: z.string(),
        headers: z.record(z.string(), z.string()),
        body: z.string().nullable(),
      })
      .nullable(),
    answer: z
      .object({
        status: z.int(),
        ms: z.int(),
        headers: z.record(z.string(), z.string()),
        body: z.string(),
        truncated: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'InvokerTest' });
export type TrialAnswer = z.infer<typeof trialAnswerSchema>;
export type TrialStep = z.infer<typeof step>;

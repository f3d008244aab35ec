import { z } from 'zod';
import { kernelProblem } from './kernel-problems.js';
import { Problem } from './problem.js';

/** What helps, as the API spells it. */
export const dispositionShape = z.enum(['retry-later', 'reconnect', 'ask-admin', 'fix-client', 'give-up']);

/** A problem inside an answer: of a step of a check, or the last one that something met. */
export const problemShape = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  disposition: dispositionShape,
});
export type ProblemShape = z.infer<typeof problemShape>;

/** What an error may say of itself in an answer; one without a name is `unexpected`. */
export function problemSaid(error: unknown): ProblemShape {
  const { code, params, disposition } = error instanceof Problem ? error : kernelProblem('unexpected');
  return { code, params: { ...params }, disposition };
}

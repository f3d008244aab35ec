import { z } from 'zod';
import { Problem } from './problem.js';
import { problemShape } from './problem-shape.js';

/** What rules say to a form that is being filled in: the first of its values at fault; nothing while none is. */
export const findingsSchema = z
  .object({
    findings: z.array(z.object({ field: z.string(), code: z.string(), params: problemShape.shape.params })),
  })
  .meta({ id: 'Findings' });
export type Findings = z.infer<typeof findingsSchema>;

/** Has values judged by whatever would refuse them when they are stored. Errors that are no problem of a field go on. */
export async function findingsOf(judge: () => unknown): Promise<Findings> {
  try {
    await judge();
    return { findings: [] };
  } catch (error) {
    if (!(error instanceof Problem) || error.field === undefined) throw error;
    return { findings: [{ field: error.field, code: error.code, params: { ...error.params } }] };
  }
}

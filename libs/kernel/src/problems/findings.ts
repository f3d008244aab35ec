import { z } from 'zod';
import { Problem } from './problem.js';
import { problemShape } from './problem-shape.js';

/** What schema and rules say to a form that is being filled in: one at a field; nothing while no value is at fault. */
export const findingsSchema = z
  .object({
    findings: z.array(z.object({ field: z.string(), code: z.string(), params: problemShape.shape.params })),
  })
  .meta({ id: 'Findings' });
export type Findings = z.infer<typeof findingsSchema>;

/** A form as far as it is filled in: what its schema finds at its fields, and the rest for the rules to judge. */
export interface TypedForm<Draft> {
  readonly faults: Findings['findings'];
  /** Without the fields at fault; null where that leaves nothing that the schema takes. */
  readonly draft: Draft | null;
}

/**
 * What its schema found in a form, and what each of the judges would refuse when it is stored. Errors that are no problem
 * of a field go on.
 */
export async function findingsOf<Draft>(
  { faults, draft }: TypedForm<Draft>,
  ...judges: readonly ((draft: Draft) => unknown)[]
): Promise<Findings> {
  if (draft === null) return { findings: faults };
  const found = await Promise.all(judges.map((judge) => refusal(async () => judge(draft))));
  const findings = new Map([...found.flat(), ...faults].map((finding) => [finding.field, finding]));
  return { findings: [...findings.values()] };
}

async function refusal(judge: () => Promise<unknown>): Promise<Findings['findings']> {
  try {
    await judge();
    return [];
  } catch (error) {
    if (!(error instanceof Problem) || error.field === undefined) throw error;
    return [{ field: error.field, code: error.code, params: { ...error.params } }];
  }
}

/**
 * What a file that is being put together would be refused for as a whole, whatever `read` finds: of `field` where the problem
 * names it, else of the text, `source`.
 */
export async function findingsOfFile(read: () => Promise<unknown>, field?: string): Promise<Findings> {
  try {
    await read();
    return { findings: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, params } = error;
    const at = field !== undefined && error.field === field ? field : 'source';
    return { findings: [{ field: at, code, params: { ...params } }] };
  }
}

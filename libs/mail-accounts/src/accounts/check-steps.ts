import { problemShape } from '@mailroom/kernel';
import { z } from 'zod';
import { SIGN_IN_CAUSES } from '../diagnosis/sign-in-causes.js';

/** The first steps of every check, and the last. */
export const BEGINNING = ['resolve', 'credentials', 'connect'] as const;
export const END = ['sign-in', 'folder', 'rights'] as const;
const STEPS = [...BEGINNING, 'encrypt', 'greeting', ...END] as const;
export type Step = (typeof STEPS)[number];

/** One thing that was tried, how long it took in ms, what it found out, and what it met. */
export const accountCheckStepSchema = z
  .object({
    step: z.enum(STEPS),
    ok: z.boolean(),
    ms: z.int(),
    /** By name, e.g. `address`, `version`, `endsAt`; which there are depends on step and protocol. */
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    problem: problemShape.nullable(),
    /** What is most likely behind the problem, the likeliest first. */
    causes: z.array(z.enum(SIGN_IN_CAUSES)),
  })
  .meta({ id: 'AccountCheckStep' });
export type AccountCheckStep = z.infer<typeof accountCheckStepSchema>;

/** The steps that were tried, in order: it ends with the first that failed. */
export const accountCheckSchema = z
  .object({ steps: z.array(accountCheckStepSchema) })
  .meta({ id: 'AccountCheck' });
export type AccountCheckReport = z.infer<typeof accountCheckSchema>;

import { problemSaid, problemShape } from '@mailroom/kernel';
import { z } from 'zod';
import { CONNECT_STEPS, type ConnectStep } from '../mailbox/sign-in.js';

const STEPS = [...CONNECT_STEPS, 'rights'] as const;

/** One thing that was tried, how long it took in ms, and what it met. */
export const accountCheckStepSchema = z
  .object({
    step: z.enum(STEPS),
    ok: z.boolean(),
    ms: z.int(),
    problem: problemShape.nullable(),
  })
  .meta({ id: 'AccountCheckStep' });
export type AccountCheckStep = z.infer<typeof accountCheckStepSchema>;

/** The steps that were tried, in order: it ends with the first that failed. */
export const accountCheckSchema = z
  .object({ steps: z.array(accountCheckStepSchema) })
  .meta({ id: 'AccountCheck' });
export type AccountCheckReport = z.infer<typeof accountCheckSchema>;

/** Writes down how far a check came. A step that is told twice (a second sign-in) counts from the first time. */
export class CheckNotes {
  readonly steps: AccountCheckStep[] = [];
  #since = performance.now();

  /** The step was passed; so were all before it. */
  passed(step: ConnectStep | 'rights'): void {
    if (this.steps.some((noted) => noted.step === step)) return;
    this.note(step, null);
  }

  /** The step after the last one that was passed is where it ended. */
  failed(error: unknown): void {
    const step = STEPS[this.steps.length] ?? 'rights';
    this.note(step, problemSaid(error));
  }

  private note(step: AccountCheckStep['step'], problem: AccountCheckStep['problem']): void {
    const now = performance.now();
    const ms = Math.round(now - this.#since);
    this.#since = now;
    this.steps.push({ step, ok: problem === null, ms, problem });
  }
}

/** The problem of the step that failed; null when all went well. */
export function failureOf({ steps }: AccountCheckReport): AccountCheckStep | null {
  return steps.find(({ ok }) => !ok) ?? null;
}

import { z } from 'zod';
import { problemSaid, problemShape } from '@mailroom/kernel';

/** One thing that was tried, how long it took in ms, and what it met. */
export const checkStepSchema = z.object({
  step: z.enum(['resolve', 'connect', 'sign-in', 'sender']),
  ok: z.boolean(),
  ms: z.int(),
  problem: problemShape.nullable(),
});

/** The steps that were tried, in order: it ends with the first that failed. */
export const serverCheckSchema = z.object({ steps: z.array(checkStepSchema) }).meta({ id: 'ServerCheck' });

export type CheckStep = z.infer<typeof checkStepSchema>;

/** Tries steps one after the other and remembers how they went; nothing is tried after a failure. */
export class CheckRun {
  readonly steps: CheckStep[] = [];

  /** True while nothing has failed. */
  get ok(): boolean {
    return this.steps.every(({ ok }) => ok);
  }

  /** Does `work` unless something failed before; undefined when it fails. */
  async step<T>(step: CheckStep['step'], work: () => Promise<T>): Promise<T | undefined> {
    if (!this.ok) return undefined;
    const begun = performance.now();
    const note = (problem: CheckStep['problem']): void => {
      this.steps.push({ step, ok: problem === null, ms: Math.round(performance.now() - begun), problem });
    };
    try {
      const result = await work();
      note(null);
      return result;
    } catch (error) {
      note(problemSaid(error));
      return undefined;
    }
  }
}

import { z } from 'zod';
import { problemSaid, problemShape } from '@mailroom/kernel';
import { likelyCauses, serverCauses, type Seen } from './likely-causes.js';

/**
 * One thing that was tried, how long it took in ms, what it found out, what it met, and what most likely is behind that,
 * the likeliest first. `address`: the sender that it was tried for.
 */
export const checkStepSchema = z
  .object({
    step: z.enum(['resolve', 'connect', 'sign-in', 'sender', 'recipient', 'data']),
    ok: z.boolean(),
    ms: z.int(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
    address: z.string().nullable(),
    problem: problemShape.nullable(),
    causes: z.array(z.enum(serverCauses)),
  })
  .meta({ id: 'ServerCheckStep' });

/**
 * The steps that were tried, in order. Nothing is tried after a failed `resolve`, `connect` or `sign-in`; a sender that
 * is refused keeps no other from being tried.
 */
export const serverCheckSchema = z.object({ steps: z.array(checkStepSchema) }).meta({ id: 'ServerCheck' });

export type CheckStep = z.infer<typeof checkStepSchema>;

interface StepOptions<T> {
  readonly address?: string;
  /** What is worth knowing about what came of it. */
  readonly facts?: (result: T) => CheckStep['facts'];
}

/** Tries steps one after the other and remembers how they went. */
export class CheckRun {
  readonly steps: CheckStep[] = [];

  /** `tell` hears of each step when it is over. */
  constructor(
    private readonly server: Seen,
    private readonly tell: (step: CheckStep) => void,
  ) {}

  /** True while nothing has failed. */
  get ok(): boolean {
    return this.steps.every(({ ok }) => ok);
  }

  /** Does `work` and notes how it went; undefined when it failed. */
  async step<T>(
    step: CheckStep['step'],
    work: () => Promise<T>,
    { address, facts }: StepOptions<T> = {},
  ): Promise<T | undefined> {
    const begun = performance.now();
    const note = (problem: CheckStep['problem'], found: CheckStep['facts']): void => {
      const ms = Math.round(performance.now() - begun);
      const causes = problem === null ? [] : [...likelyCauses(problem, this.server)];
      const over = {
        step,
        ok: problem === null,
        ms,
        facts: found,
        address: address ?? null,
        problem,
        causes,
      };
      this.steps.push(over);
      this.tell(over);
    };
    try {
      const result = await work();
      note(null, facts?.(result) ?? {});
      return result;
    } catch (error) {
      note(problemSaid(error), {});
      return undefined;
    }
  }
}

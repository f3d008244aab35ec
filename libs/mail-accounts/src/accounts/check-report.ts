import { problemSaid, problemShape } from '@mailroom/kernel';
import { z } from 'zod';
import { SIGN_IN_CAUSES, type SignInCause } from '../diagnosis/likely-causes.js';
import { type ConnectStep, type StepFacts } from '../mailbox/sign-in.js';
import { type Security } from './mail-account.js';

const BEGINNING = ['resolve', 'credentials', 'connect'] as const;
const END = ['sign-in', 'folder', 'rights'] as const;
const STEPS = [...BEGINNING, 'encrypt', 'greeting', ...END] as const;
type Step = (typeof STEPS)[number];

/** The steps of a check in their order: with STARTTLS the server greets before it encrypts, in the clear it only greets. */
export function stepsOf(security: Security): readonly Step[] {
  const middle = {
    tls: ['encrypt', 'greeting'],
    starttls: ['greeting', 'encrypt'],
    none: ['greeting'],
  } as const;
  return [...BEGINNING, ...middle[security], ...END];
}

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

/** Writes down how far a check came. A step that is told twice (a second sign-in) counts from the first time. */
export class CheckNotes {
  readonly steps: AccountCheckStep[] = [];
  readonly #order: readonly Step[];
  #since = performance.now();

  constructor(security: Security) {
    this.#order = stepsOf(security);
  }

  /** The step was passed; so were all before it. */
  passed(step: ConnectStep | 'rights', facts: StepFacts = {}): void {
    if (this.steps.some((noted) => noted.step === step)) return;
    this.note(step, { facts: { ...facts } });
  }

  /** The step after the last one that was passed is where it ended. */
  failed(error: unknown, causes: readonly SignInCause[] = []): void {
    this.note(this.next(), { problem: problemSaid(error), causes: [...causes] });
  }

  /** The step that is being tried. */
  next(): Step {
    const last = this.steps.at(-1)?.step;
    return this.#order[last === undefined ? 0 : this.#order.indexOf(last) + 1] ?? 'rights';
  }

  private note(
    step: Step,
    { problem = null, facts = {}, causes = [] }: Partial<Omit<AccountCheckStep, 'step' | 'ok' | 'ms'>>,
  ): void {
    const now = performance.now();
    const ms = Math.round(now - this.#since);
    this.#since = now;
    this.steps.push({ step, ok: problem === null, ms, facts, problem, causes });
  }
}

/** The problem of the step that failed; null when all went well. */
export function failureOf({ steps }: AccountCheckReport): AccountCheckStep | null {
  return steps.find(({ ok }) => !ok) ?? null;
}

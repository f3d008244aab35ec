import { problemSaid } from '@mailroom/kernel';
import { type SignInCause } from '../diagnosis/sign-in-causes.js';
import { type ConnectStep, type StepFacts } from '../mailbox/sign-in.js';
import { BEGINNING, END, type AccountCheckReport, type AccountCheckStep, type Step } from './check-steps.js';
import { type Security } from './mail-account.js';

/** The steps of a check in their order: with STARTTLS the server greets before it encrypts, in the clear it only greets. */
export function stepsOf(security: Security): readonly Step[] {
  const middle = {
    tls: ['encrypt', 'greeting'],
    starttls: ['greeting', 'encrypt'],
    none: ['greeting'],
  } as const;
  return [...BEGINNING, ...middle[security], ...END];
}

/** Writes down how far a check came. A step that is told twice (a second sign-in) counts from the first time. */
export class CheckNotes {
  readonly steps: AccountCheckStep[] = [];
  readonly #order: readonly Step[];
  #since = performance.now();

  /** `tell` hears of each step when it is over. */
  constructor(
    security: Security,
    private readonly tell: (step: AccountCheckStep) => void = () => undefined,
  ) {
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
    const over = { step, ok: problem === null, ms, facts, problem, causes };
    this.steps.push(over);
    this.tell(over);
  }
}

/** The problem of the step that failed; null when all went well. */
export function failureOf({ steps }: AccountCheckReport): AccountCheckStep | null {
  return steps.find(({ ok }) => !ok) ?? null;
}

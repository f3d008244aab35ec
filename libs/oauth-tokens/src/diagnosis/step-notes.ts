import { Problem, problemSaid } from '@mailroom/kernel';
import { type DiagnosisAnswer, type DiagnosisStep } from './diagnosis-answer.js';

/** Notes each step of a diagnosis with its verdict and its time. */
export class StepNotes {
  readonly #steps: DiagnosisAnswer['steps'] = [];

  /** What was noted so far, in order. */
  get steps(): DiagnosisAnswer['steps'] {
    return [...this.#steps];
  }

  /** Takes a step. What it answers, or null when it met a problem, which is noted; other errors are thrown on. */
  async take<T>(step: DiagnosisStep, work: () => T | Promise<T>): Promise<T | null> {
    const begun = performance.now();
    const note = (problem: unknown): void => {
      const ms = Math.round(performance.now() - begun);
      this.#steps.push({
        step,
        ok: problem === null,
        ms,
        problem: problem === null ? null : problemSaid(problem),
      });
    };
    try {
      const done = await work();
      note(null);
      return done;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      note(error);
      return null;
    }
  }
}

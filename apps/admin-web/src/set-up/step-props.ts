import { type ClientTemplate } from '../api/shapes.js';
import { type Choice } from './choices.js';
import { type Step } from './steps.js';

/** What a step is given. */
export interface StepProps {
  /** All steps of this way. */
  readonly steps: readonly Step[];
  readonly choice: Choice;
  /** Null with a password. */
  readonly template: ClientTemplate | null;
}

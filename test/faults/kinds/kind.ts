import { type Dice } from '../../bench/mail/dice.js';
import { type Stage } from '../stage/stage.js';
import { type Result } from '../tally.js';

/** What a kind of fault has to know. */
export interface Plan {
  /** Every chance is thrown with these: the same seed, the same faults. */
  readonly dice: Dice;
  /** A few of every kind instead of all: for `npm test`. */
  readonly small: boolean;
  /** Aborts when nothing more shall be begun. */
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** One kind of fault: makes one after the other and tells what came of each. */
export type FaultKind = (stage: Stage, plan: Plan) => AsyncGenerator<Result>;

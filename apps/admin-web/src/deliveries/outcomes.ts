import { type Delivery } from '../api/shapes.js';
import { type Tone } from '../furniture/state-badge.js';

/** Every outcome, in the order the filter offers them. */
export const OUTCOMES = [
  'stored',
  'quarantined',
  'retrying',
  'oversized',
  'duplicate',
  'ignored',
  'refused',
  'discarded',
] as const satisfies readonly Delivery['outcome'][];

/** How an outcome feels. */
export const OUTCOME_TONES: Record<Delivery['outcome'], Tone> = {
  stored: 'good',
  quarantined: 'bad',
  retrying: 'waiting',
  oversized: 'waiting',
  duplicate: 'idle',
  ignored: 'idle',
  refused: 'idle',
  discarded: 'idle',
};

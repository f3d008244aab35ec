/** Somebody who waits for work that takes its time: hears of each step when it is over, and ends it by going away. */
export interface Listener<Step> {
  readonly tell?: (step: Step) => void;
  /** Aborts when nobody waits any more; what the work does then, it says itself. */
  readonly hangUp?: AbortSignal;
}

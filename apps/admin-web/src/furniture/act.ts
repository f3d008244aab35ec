/** An act that wants to be confirmed. */
export interface Act {
  readonly label: string;
  readonly title: string;
  /** What the act touches. */
  readonly consequence: string;
  readonly color: 'red' | 'gray';
  readonly run: () => Promise<unknown>;
  readonly onDone: () => Promise<void>;
}

/** How a test went, as it is kept with the account: `steps` are those of the report. */
export interface LastCheck {
  /** ISO 8601. */
  readonly at: string;
  readonly steps: readonly object[];
}

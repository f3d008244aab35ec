/** A claim on an account: whoever shows an older epoch holds nothing. */
export interface Holding {
  readonly accountId: string;
  readonly holder: string;
  readonly epoch: number;
}

/** An account that this instance holds, with how often a fetch had been asked for when that was last looked at. */
export interface Held extends Holding {
  readonly host: string;
  readonly wanted: number;
  /** The provider wants it to be left alone for now. */
  readonly hushed: boolean;
}

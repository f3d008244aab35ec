import { type FailureSigns } from '../failures/token-failure.js';
import { type TokenResponse } from './token-response.js';

/** What came of a request to a token endpoint. */
export type TokenOutcome = {
  /** How far our clock is ahead of the provider's, in ms; undefined when its answer did not say. */
  readonly skewMs?: number | undefined;
} & (
  | { readonly kind: 'tokens'; readonly tokens: TokenResponse }
  | {
      readonly kind: 'failure';
      readonly signs: FailureSigns;
      /** False when the provider may have done its work without our hearing of it. */
      readonly answered: boolean;
      /** How long the provider asked us to stay away, in ms. */
      readonly retryAfterMs?: number | undefined;
    }
);

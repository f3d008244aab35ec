import { type Account, type Client, type Server, type Token } from '../api/shapes.js';

/** Everything there is, as the overview looks at it. */
export interface House {
  readonly clients: readonly Client[];
  readonly tokens: readonly Token[];
  readonly accounts: readonly Account[];
  readonly servers: readonly Server[];
}

import { type Account, type Client, type Server, type Token, type Totals } from '../api/shapes.js';

/** What there is, as the overview looks at it: the clients and tokens that end next, and those that need somebody. */
export interface House {
  readonly clients: { readonly total: number; readonly ending: readonly Client[] };
  readonly tokens: { readonly total: number; readonly ending: readonly Token[] };
  /** The first of the tokens to reconnect, and how many there are. */
  readonly dead: { readonly total: number; readonly items: readonly Token[] };
  readonly totals: Totals;
  /** The first of the accounts and servers that need a look. */
  readonly illAccounts: readonly Account[];
  readonly illServers: readonly Server[];
}

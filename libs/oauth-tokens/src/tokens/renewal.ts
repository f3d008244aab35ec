import { type ClientFlow } from '../clients/oauth-client.js';
import { type OAuthToken } from './oauth-token.js';

/**
 * How a token gets its next access token: with its refresh token; by the client asking again, which needs nobody; or not
 * at all, so that it is dead when its access token ends.
 */
export const renewals = ['refresh-token', 'client', 'none'] as const;
export type Renewal = (typeof renewals)[number];

/** The same for a row of `oauth_token` (token) with its client (client). */
export const RENEWAL = `
  case when client.flow <> 'authorization-code' then 'client'
       when token.sealed_refresh is null then 'none' else 'refresh-token' end`;

/** What the answer depends on. */
export interface Renewable {
  readonly token: Pick<OAuthToken, 'sealedRefresh'>;
  readonly client: { readonly flow: ClientFlow };
}

/** How this token is renewed. */
export function renewalOf({ token, client }: Renewable): Renewal {
  if (client.flow !== 'authorization-code') return 'client';
  return token.sealedRefresh === null ? 'none' : 'refresh-token';
}

import { type ClientAccess } from '../clients/client-access.js';
import { oauthProblem } from '../oauth-problems.js';
import { type TokenResponse } from '../token-endpoint/token-response.js';
import { missingScopes } from './granted-scope.js';
import { readIdentity, statedIdentity, type Identity } from './identity.js';

/** What a grant is held against. */
export interface Asked {
  readonly scope: string;
  /** Null where no browser was on the way. */
  readonly nonceHash: string | null;
  /** Whose mailbox it is, as far as an admin said so. */
  readonly mailbox: string | null;
  /** The provider was told to ask for consent anew. */
  readonly asksConsent: boolean;
}

/**
 * Is this what we asked for? Answers who consented. Problems: those of the identity, `scope-missing` (`missing`),
 * `refresh-token-missing` (`mailbox`); the last two with `consentHelps` where the provider was not told yet to ask for
 * consent anew: Google hands out refresh tokens for a consent only, and may remember what was left out of a former one.
 */
export function checkGrant(tokens: TokenResponse, client: ClientAccess, asked: Asked): Identity {
  const identity =
    client.identity === 'none'
      ? statedIdentity(asked.mailbox)
      : readIdentity(tokens.id_token, client, asked.nonceHash);
  const { mailbox } = identity;
  const { mailScopes, refreshTokenExpected, consentParameters } = client.template;
  const cure = consentParameters && !asked.asksConsent ? { consentHelps: true, mailbox } : {};
  const missing = missingScopes(mailScopes, asked.scope, tokens.scope);
  if (missing.length > 0)
    throw oauthProblem('scope-missing', { params: { missing: missing.join(' '), ...cure } });
  if (refreshTokenExpected && tokens.refresh_token === undefined)
    throw oauthProblem('refresh-token-missing', { params: { mailbox, ...cure } });
  return identity;
}

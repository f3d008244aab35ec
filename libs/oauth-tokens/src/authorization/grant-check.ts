import { type ClientAccess } from '../clients/client-access.js';
import { oauthProblem } from '../oauth-problems.js';
import { type TokenResponse } from '../token-endpoint/token-response.js';
import { missingScopes } from './granted-scope.js';
import { readIdentity, type Identity } from './identity.js';

/**
 * Is this what we asked for? Answers who consented. Problems: those of the identity, `scope-missing` (`missing`),
 * `refresh-token-missing`.
 */
export function checkGrant(
  tokens: TokenResponse,
  client: ClientAccess,
  asked: { readonly scope: string; readonly nonceHash: string },
): Identity {
  const identity = readIdentity(tokens.id_token, client, asked.nonceHash);
  const missing = missingScopes(client.template.mailScopes, asked.scope, tokens.scope);
  if (missing.length > 0) throw oauthProblem('scope-missing', { params: { missing: missing.join(' ') } });
  if (client.template.refreshTokenExpected && tokens.refresh_token === undefined) {
    throw oauthProblem('refresh-token-missing', { params: { mailbox: identity.mailbox } });
  }
  return identity;
}

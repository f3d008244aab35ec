import { Injectable } from '@nestjs/common';
import { Secret, SecretBox, type Actor } from '@mailroom/kernel';
import { type ClientAccess } from '../clients/client-access.js';
import { OAuthClients } from '../clients/oauth-clients.js';
import { classifyTokenFailure } from '../failures/classify-token-failure.js';
import { oauthProblem } from '../oauth-problems.js';
import { RedirectUris } from '../redirect-uri/redirect-uris.js';
import { TokenEndpoint } from '../token-endpoint/token-endpoint.js';
import { type TokenResponse } from '../token-endpoint/token-response.js';
import { type Connection } from '../tokens/connected-token.js';
import { type Callback } from './authorization-input.js';
import { verifierPlace } from './authorizations.js';
import { checkGrant } from './grant-check.js';
import { issuerMatches } from './issuer.js';
import { type OAuthAuthorization } from './oauth-authorization.js';

/** Turns what a browser brought back into a consent that was verified, and stores nothing. */
@Injectable()
export class CodeRedemption {
  constructor(
    private readonly redirectUris: RedirectUris,
    private readonly clients: OAuthClients,
    private readonly endpoint: TokenEndpoint,
    private readonly box: SecretBox,
  ) {}

  /**
   * Redeems the code and checks what came. Problems: `consent-denied`, `provider-refused` (`error`), `client-not-valid`,
   * `issuer-mismatch`, `code-missing`, `exchange-failed` (`class`, `code`), and those of the grant.
   */
  async run(row: OAuthAuthorization, callback: Callback, actor: Actor): Promise<Connection> {
    const client = await this.clients.open(row.clientId);
    if (client.validity !== 'valid')
      throw oauthProblem('client-not-valid', { params: { clientId: client.id } });
    const code = codeOf(callback, client);
    const tokens = await this.redeem(row, client, code);
    const identity = checkGrant(tokens, client, row);
    const { scope: asked, tokenId: reconnects, anotherIdentity } = row;
    return { client, tokens, ...identity, asked, reconnects, anotherIdentity, actor };
  }

  private async redeem(row: OAuthAuthorization, client: ClientAccess, code: string): Promise<TokenResponse> {
    const outcome = await this.endpoint.redeem(client, {
      code: Secret.of(code),
      verifier: this.box.open(row.sealedVerifier, verifierPlace(row.id)),
      redirectUri: row.redirectUri ?? this.redirectUris.own,
    });
    if (outcome.kind === 'tokens') return outcome.tokens;
    const failure = classifyTokenFailure(client.template.provider, outcome.signs);
    const params = { class: failure.class, code: failure.code };
    throw oauthProblem('exchange-failed', { params, disposition: failure.class });
  }
}

// Mix-up defence first (RFC 9207 section 2.4): an answer of another provider is not even an error of this one.
function codeOf({ error, iss, code }: Callback, { issuer }: ClientAccess): string {
  if (iss !== undefined && issuer !== null && !issuerMatches(issuer, iss))
    throw oauthProblem('issuer-mismatch');
  if (error === 'access_denied') throw oauthProblem('consent-denied');
  if (error !== undefined) throw oauthProblem('provider-refused', { params: { error } });
  if (code === undefined) throw oauthProblem('code-missing');
  return code;
}

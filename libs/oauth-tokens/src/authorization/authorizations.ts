import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SecretBox, Settings, type Actor } from '@mailroom/kernel';
import { type ClientAccess } from '../clients/client-access.js';
import { OAuthClients } from '../clients/oauth-clients.js';
import { oauthProblem } from '../oauth-problems.js';
import { RedirectUris } from '../redirect-uri/redirect-uris.js';
import { StoredTokens } from '../tokens/stored-tokens.js';
import { type Authorization, type NewAuthorization } from './authorization-input.js';
import { AuthorizationRows } from './authorization-rows.js';
import { consentCookie, hashOf, randomToken } from './consent-cookie.js';
import { consentUrl } from './consent-url.js';

/** An authorization that has begun: where the browser goes, and the cookie that ties it to this browser. */
export interface Begun {
  readonly id: string;
  readonly redirectTo: string;
  readonly cookie: string;
}

/** Begins authorizations and says how they stand. */
@Injectable()
export class Authorizations {
  constructor(
    private readonly rows: AuthorizationRows,
    private readonly clients: OAuthClients,
    private readonly tokens: StoredTokens,
    private readonly box: SecretBox,
    private readonly settings: Settings,
    private readonly redirectUris: RedirectUris,
  ) {}

  /**
   * Sends `actor` to the provider of a client, to connect a mailbox or to reconnect a token. Good for one return, within
   * ten minutes, in the browser that gets the cookie. Problems `client-not-found`, `client-not-valid`, `token-not-found`.
   */
  async begin(input: NewAuthorization, actor: Actor): Promise<Begun> {
    const client = await this.clients.open(input.clientId);
    if (client.validity !== 'valid')
      throw oauthProblem('client-not-valid', { params: { clientId: client.id } });
    const [id, state, browser, nonce] = [randomUUID(), randomToken(), randomToken(), randomToken()];
    const parameters = { ...(await this.parametersFor(client, input)), nonce };
    const redirectUri = this.redirectUris.of(client.callbackAlias);
    const { url, verifier } = await consentUrl(client, { redirectUri, state, parameters });
    await this.rows.begin({
      id,
      clientId: client.id,
      tokenId: input.tokenId ?? null,
      stateHash: hashOf(state),
      browserHash: hashOf(browser),
      nonceHash: hashOf(nonce),
      sealedVerifier: this.box.seal(verifier, verifierPlace(id)),
      actorId: actor.id,
      actorName: actor.name,
      scope: client.scope,
      redirectUri,
      returnTo: input.returnTo,
    });
    return { id, redirectTo: url, cookie: consentCookie(state, browser, this.secure) };
  }

  /** Problem `authorization-not-found`. */
  async get(id: string): Promise<Authorization> {
    const row = await this.rows.find(id);
    if (!row) throw oauthProblem('authorization-not-found');
    const { state, returnTo, clientId, tokenId, problemCode: code, problemParams } = row;
    return {
      id,
      state,
      returnTo,
      clientId,
      tokenId,
      problem: code ? { code, params: problemParams ?? {} } : null,
    };
  }

  /** Are our cookies for https only? */
  get secure(): boolean {
    return this.settings.publicUrl.protocol === 'https:';
  }

  private async parametersFor(
    { template, extraParameters, id }: ClientAccess,
    { tokenId, loginHint }: NewAuthorization,
  ): Promise<Record<string, string>> {
    const fixed = { ...template.authorizationParameters };
    const hint = loginHint === undefined ? {} : { login_hint: loginHint };
    if (tokenId === undefined)
      return { ...fixed, ...template.firstTimeParameters, ...extraParameters, ...hint };
    const { token } = await this.tokens.get(tokenId);
    if (token.clientId !== id) throw oauthProblem('token-not-found', { params: { tokenId } });
    return { ...fixed, ...extraParameters, login_hint: token.mailbox };
  }
}

/** Where a PKCE verifier is sealed for. */
export function verifierPlace(authorizationId: string): string {
  return `oauth_authorization:${authorizationId}:verifier`;
}

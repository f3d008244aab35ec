import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { normalAddress, SecretBox, Settings, type Actor } from '@mailroom/kernel';
import { type ClientAccess } from '../clients/client-access.js';
import { OAuthClients } from '../clients/oauth-clients.js';
import { isSelfReliant } from '../grants/ask-by-itself.js';
import { oauthProblem } from '../oauth-problems.js';
import { RedirectUris } from '../redirect-uri/redirect-uris.js';
import { type OAuthToken } from '../tokens/oauth-token.js';
import { StoredTokens } from '../tokens/stored-tokens.js';
import { type Authorization, type NewAuthorization } from './authorization-input.js';
import { authorizationParameters, type Trip } from './authorization-parameters.js';
import { AuthorizationRows } from './authorization-rows.js';
import { consentCookie, hashOf, randomToken } from './consent-cookie.js';
import { consentUrl } from './consent-url.js';
import { type AuthorizationPurpose } from './oauth-authorization.js';

/** An authorization that has begun: where the browser goes, and the cookie that ties it to this browser. */
export interface Begun {
  readonly id: string;
  readonly redirectTo: string;
  readonly cookie: string;
}

/** How one authorization differs from the usual. */
export interface BeginOptions {
  /** The provider has to ask for consent anew. */
  readonly asksConsent?: boolean;
  /** An admin's work where nothing is said. */
  readonly purpose?: AuthorizationPurpose;
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
   * ten minutes, in the browser that gets the cookie. Problems `client-not-found`, `client-not-valid`,
   * `flow-needs-no-consent`, `mailbox-required` (where the provider names nobody), `address-invalid`, `token-not-found`.
   */
  async begin(
    input: NewAuthorization,
    actor: Actor,
    { asksConsent = false, purpose = 'admin' }: BeginOptions = {},
  ): Promise<Begun> {
    const client = await this.clients.open(input.clientId);
    if (client.validity !== 'valid')
      throw oauthProblem('client-not-valid', { params: { clientId: client.id } });
    if (isSelfReliant(client))
      throw oauthProblem('flow-needs-no-consent', { params: { clientId: client.id } });
    const former = await this.formerOf(client, input);
    const mailbox = mailboxOf(client, input, former);
    const trip = tripOf(client, input, mailbox, asksConsent);
    const [id, state, browser, nonce] = [randomUUID(), randomToken(), randomToken(), randomToken()];
    // A provider without ID tokens has nothing to put a nonce into, and may refuse it.
    const own = client.identity === 'none' ? {} : { nonce };
    const parameters = { ...authorizationParameters(client, trip), ...own };
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
      anotherIdentity: input.anotherIdentity === 'allow',
      mailbox,
      asksConsent: trip.asksConsent,
      purpose,
      returnTo: input.returnTo,
    });
    return { id, redirectTo: url, cookie: consentCookie(state, browser, this.secure) };
  }

  /** Problem `authorization-not-found`. */
  async get(id: string): Promise<Authorization> {
    const row = await this.rows.find(id);
    if (!row) throw oauthProblem('authorization-not-found');
    const { state, returnTo, clientId, tokenId, mailbox, problemCode: code, problemParams } = row;
    return {
      id,
      state,
      returnTo,
      clientId,
      tokenId,
      mailbox,
      problem: code ? { code, params: problemParams ?? {} } : null,
    };
  }

  /** Are our cookies for https only? */
  get secure(): boolean {
    return this.settings.publicUrl.protocol === 'https:';
  }

  private async formerOf(
    { id }: ClientAccess,
    { tokenId }: NewAuthorization,
  ): Promise<OAuthToken | undefined> {
    if (tokenId === undefined) return undefined;
    const { token } = await this.tokens.get(tokenId);
    if (token.clientId !== id) throw oauthProblem('token-not-found', { params: { tokenId } });
    return token;
  }
}

function mailboxOf(
  { identity }: ClientAccess,
  { loginHint, anotherIdentity }: NewAuthorization,
  former: OAuthToken | undefined,
): string | null {
  const mailbox = loginHint ?? (anotherIdentity === 'allow' ? null : (former?.mailbox ?? null));
  if (identity !== 'none') return mailbox;
  if (mailbox === null) throw oauthProblem('mailbox-required', { field: 'loginHint' });
  return normalAddress(mailbox);
}

function tripOf(
  { template }: ClientAccess,
  { tokenId, anotherIdentity }: NewAuthorization,
  hint: string | null,
  asksConsent: boolean,
): Trip {
  const reconnects = tokenId !== undefined;
  return {
    hint,
    anybody: !reconnects || anotherIdentity === 'allow',
    // Who consented before is not given another refresh token without being asked again (Google).
    asksConsent: template.consentParameters !== undefined && (reconnects || asksConsent),
  };
}

/** Where a PKCE verifier is sealed for. */
export function verifierPlace(authorizationId: string): string {
  return `oauth_authorization:${authorizationId}:verifier`;
}

import { Provider, type Configuration, type JWKS } from 'oidc-provider';
import { type People } from '../mail/people.js';
import { accountOf, factsOf } from './accounts.js';
import { checkThumbprint } from './certificates.js';
import { clientAdapter } from './client-adapter.js';
import { compareWithAll } from './client-secrets.js';
import { allowsRedirect } from './clients.js';
import { existingGrant, OfflineCodes } from './consents.js';
import { devicePages } from './device-pages.js';
import { issueAsJwt } from './microsoft-tokens.js';
import { problemPage } from './problem-page.js';
import { profiles, type Profile } from './profiles.js';
import { type Records } from './records.js';
import { refuseScopes } from './refused-scopes.js';

const day = 24 * 60 * 60;

/** What all providers share. The functions are asked anew each time, so that their answers can change at run time. */
export interface ProviderParts {
  readonly records: Records;
  readonly people: People;
  readonly jwks: JWKS;
  readonly cookieKey: string;
  readonly accessTokenSeconds: () => number;
  readonly deviceIntervalSeconds: () => number;
}

/** A certified OAuth2 and OpenID Connect server that issues what `profile` would issue. */
export function createProvider(origin: string, profile: Profile, parts: ProviderParts): Provider {
  const offlineCodes = new OfflineCodes();
  const provider = new Provider(origin + profiles[profile].issuerPath, {
    ...usual(profile, parts),
    ...people(profile, parts),
    ...tokens(profile, parts, offlineCodes),
  });
  provider.on('authorization_code.saved', (code) => offlineCodes.note(code.jti, Provider.ctx));
  if (profile === 'microsoft') issueAsJwt(provider, parts.people, parts.jwks);
  provider.Client.prototype.compareClientSecret = compareWithAll(parts.records);
  provider.Client.prototype.redirectUriAllowed = function (uri: string) {
    return allowsRedirect(this.redirectUris ?? [], uri);
  };
  return provider;
}

function usual(profile: Profile, { records, jwks, cookieKey }: ProviderParts): Configuration {
  const { routes, scopes } = profiles[profile];
  return {
    adapter: (model: string) =>
      model === 'Client'
        ? clientAdapter(profile, records)
        : records.adapter(profile, model, profile === 'microsoft'),
    jwks,
    routes,
    scopes,
    clockTolerance: 0,
    assertJwtClientAuthClaimsAndHeader: (_ctx, _claims, header, client) => {
      if (profile === 'microsoft') checkThumbprint(records, header, client);
    },
    cookies: { keys: [cookieKey], names: cookieNames(profile) },
    extraParams: { access_type: (ctx) => refuseScopes(profile, ctx) },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      deviceFlow: { enabled: true, ...devicePages(profile) },
      introspection: { enabled: true, allowedPolicy: () => true },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      pushedAuthorizationRequests: { enabled: false },
      userinfo: { enabled: profile !== 'plain' },
    },
    pkce: { required: (_ctx, client) => wantsPkce(profile) || client.clientAuthMethod === 'none' },
    renderError: (ctx, out) => problemPage(ctx, profile, out),
  };
}

function people(profile: Profile, { records, people: everybody }: ProviderParts): Configuration {
  return {
    claims: profiles[profile].claims,
    conformIdTokenClaims: false,
    interactions: { url: (_ctx, interaction) => `/sign-in/${profile}/${interaction.uid}` },
    loadExistingGrant: (ctx) => existingGrant(ctx, profile, records),
    findAccount: (_ctx, id) => accountOf(everybody.byId(id), profile),
    extraTokenClaims: (_ctx, token) => factsOf(everybody, token, profile),
  };
}

function tokens(
  profile: Profile,
  { accessTokenSeconds }: ProviderParts,
  offlineCodes: OfflineCodes,
): Configuration {
  return {
    issueRefreshToken: (_ctx, client, source) => {
      if (!client.grantTypeAllowed('refresh_token')) return false;
      if (profile === 'plain') return true;
      if (profile === 'google') return source.kind === 'DeviceCode' || offlineCodes.has(source.jti);
      return source.scopes.has('offline_access');
    },
    // Microsoft's old refresh token stays valid because the records never mark it as used.
    rotateRefreshToken: profile !== 'google',
    expiresWithSession: () => false,
    ttl: {
      AccessToken: accessTokenSeconds,
      ClientCredentials: accessTokenSeconds,
      AuthorizationCode: 600,
      DeviceCode: profile === 'google' ? 1800 : 900,
      IdToken: 3600,
      Interaction: 3600,
      Session: day,
      RefreshToken: 90 * day,
      Grant: 365 * day,
    },
  };
}

/** Does this profile want PKCE of everybody? */
function wantsPkce(profile: Profile): boolean {
  return profile === 'strict' || profile === 'plain';
}

function cookieNames(profile: Profile): { session: string; interaction: string; resume: string } {
  return { session: `${profile}_session`, interaction: `${profile}_sign_in`, resume: `${profile}_resume` };
}

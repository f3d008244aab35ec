import { type Client, type Provider } from 'oidc-provider';
import { type Person } from '../mail/people.js';
import { claimsOf } from './accounts.js';
import { type Profile } from './profiles.js';

/** Tokens as if the dance had happened. */
export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Null without the scope `openid`. */
  readonly idToken: string | null;
  readonly expiresIn: number;
  readonly scope: string;
}

/** What is granted to whom. */
export interface Granted {
  readonly profile: Profile;
  readonly person: Person;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/** Grants `scopes` of a person to a client without asking anybody, and issues the tokens. */
export async function issueTokens(
  provider: Provider,
  { profile, person, clientId, scopes }: Granted,
): Promise<IssuedTokens> {
  const client = await provider.Client.find(clientId);
  if (!client) throw new Error(`The sandbox knows no client ${clientId}`);
  const grant = new provider.Grant({ accountId: person.id, clientId });
  const scope = scopes.join(' ');
  grant.addOIDCScope(scope);
  const common = {
    accountId: person.id,
    client,
    grantId: await grant.save(),
    scope,
    gty: 'authorization_code',
  };
  const access = new provider.AccessToken(common as never);
  const refresh = new provider.RefreshToken({ ...common, rotations: 0 } as never);
  return {
    accessToken: await access.save(),
    refreshToken: await refresh.save(),
    idToken: scopes.includes('openid')
      ? await idTokenOf(provider, client, claimsOf(person, profile), scope)
      : null,
    expiresIn: access.expiration,
    scope,
  };
}

function idTokenOf(provider: Provider, client: Client, claims: object, scope: string): Promise<string> {
  const token = Object.assign(new provider.IdToken({ ...claims }, { client }), { scope });
  return token.issue({ use: 'idtoken' });
}

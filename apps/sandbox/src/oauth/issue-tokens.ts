import { type Provider } from 'oidc-provider';
import { type Person } from '../mail/people.js';

/** Tokens as if the dance had happened. */
export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresIn: number;
  readonly scope: string;
}

/** Grants `scopes` of a person to a client without asking anybody, and issues both tokens. */
export async function issueTokens(
  provider: Provider,
  person: Person,
  clientId: string,
  scopes: readonly string[],
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
    expiresIn: access.expiration,
    scope,
  };
}

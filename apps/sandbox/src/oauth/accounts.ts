import { type Account, type AccessToken, type ClientCredentials } from 'oidc-provider';
import { type People, type Person } from '../mail/people.js';
import { appRoles, sandboxTenant, type Profile } from './profiles.js';

/** What the provider may say about a person; which of it a client sees depends on the scopes of the profile. */
export function accountOf(person: Person | undefined, profile: Profile): Account | undefined {
  if (!person) return undefined;
  return { accountId: person.id, claims: () => claimsOf(person, profile) };
}

/**
 * What introspection repeats of an opaque access token: the mailbox it is for, which is how a mail server learns it; and
 * of an application's own in Microsoft's manner what its claims would be.
 */
export function factsOf(
  people: People,
  token: AccessToken | ClientCredentials,
  profile: Profile,
): Record<string, string | string[]> | undefined {
  const person = 'accountId' in token && token.accountId ? people.byId(token.accountId) : undefined;
  if (person) return { email: person.address };
  if (profile !== 'microsoft' || token.kind !== 'ClientCredentials') return undefined;
  return { tid: sandboxTenant, appid: token.clientId ?? '', idtyp: 'app', roles: [...appRoles] };
}

/** Everything a provider of this profile knows about a person. */
export function claimsOf(
  { id, address, name, emailVerified }: Person,
  profile: Profile,
): { readonly sub: string } & Record<string, string | boolean> {
  const common = {
    sub: id,
    email: address,
    email_verified: emailVerified ?? true,
    name,
    preferred_username: address,
  };
  if (profile === 'microsoft') return { ...common, tid: sandboxTenant, oid: asGuid(id) };
  if (profile === 'google') return { ...common, hd: address.slice(address.indexOf('@') + 1) };
  return common;
}

/** The first 32 hexadecimal digits in Microsoft's way of writing identifiers. */
export function asGuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

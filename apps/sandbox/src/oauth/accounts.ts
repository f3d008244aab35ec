import { type Account, type AccessToken, type ClientCredentials } from 'oidc-provider';
import { type People, type Person } from '../mail/people.js';
import { sandboxTenant, type Profile } from './profiles.js';

/** What the provider may say about a person; which of it a client sees depends on the scopes of the profile. */
export function accountOf(person: Person | undefined, profile: Profile): Account | undefined {
  if (!person) return undefined;
  return { accountId: person.id, claims: () => ({ sub: person.id, ...claimsOf(person, profile) }) };
}

/** The mailbox an opaque access token is for; introspection repeats it, which is how a mail server learns it. */
export function emailOf(
  people: People,
  token: AccessToken | ClientCredentials,
): { email: string } | undefined {
  const person = 'accountId' in token && token.accountId ? people.byId(token.accountId) : undefined;
  return person ? { email: person.address } : undefined;
}

function claimsOf({ id, address, name }: Person, profile: Profile): Record<string, string | boolean> {
  const common = { email: address, email_verified: true, name, preferred_username: address };
  if (profile === 'microsoft') return { ...common, tid: sandboxTenant, oid: asGuid(id) };
  if (profile === 'google') return { ...common, hd: address.slice(address.indexOf('@') + 1) };
  return common;
}

function asGuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

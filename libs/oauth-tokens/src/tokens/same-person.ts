import { type OAuthToken } from './oauth-token.js';

/** Who consented, as the provider knows them. */
export type Person = Pick<OAuthToken, 'subject' | 'objectId' | 'tenantId'>;

/**
 * Are these one and the same? Decided by object and directory where both sides have them (`oid` and `tid`,
 * learn.microsoft.com "ID token claims reference"), because `sub` is another one for every app registration; else by
 * `sub`. Never by an address: addresses are handed on.
 */
export function isSamePerson(one: Person, other: Person): boolean {
  const known = isDirectoryEntry(one) && isDirectoryEntry(other);
  if (known) return one.objectId === other.objectId && one.tenantId === other.tenantId;
  return one.subject === other.subject;
}

function isDirectoryEntry({ objectId, tenantId }: Person): boolean {
  return objectId !== null && tenantId !== null;
}

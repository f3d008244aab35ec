import { type OwnAuthorization } from './personal-schema.js';

/** What somebody can do something about, or knows already; with the facts that are theirs. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  'consent-denied': [],
  'actor-not-allowed': [],
  'another-identity': ['expected', 'actual'],
  'mailbox-not-yours': ['expected', 'actual'],
  'mailbox-taken': ['mailbox'],
  'identity-unverified': [],
  'personal-servers-full': ['most'],
  'personal-server-archived': [],
};

/** Why a mailbox was not connected, as its owner may know it. Everything else is an admin's to find out. */
export function toldOwner(
  code: string,
  params: Readonly<Record<string, string | number | boolean | null>>,
): NonNullable<OwnAuthorization['problem']> {
  const names = Object.hasOwn(TOLD, code) ? TOLD[code] : undefined;
  if (!names) return { code: 'own-mailbox-not-connected', params: {} };
  const told = names.flatMap((name) => {
    const value = params[name];
    return typeof value === 'string' || typeof value === 'number' ? [[name, value] as const] : [];
  });
  return { code, params: Object.fromEntries(told) };
}

import { compactVerify, createLocalJWKSet } from 'jose';
import { type ServiceAccount } from './service-accounts.js';

/** The claims of an assertion, as far as they are there (RFC 7523 section 3). Times in seconds. */
export interface Claims {
  readonly iss?: unknown;
  readonly sub?: unknown;
  readonly aud?: unknown;
  readonly scope?: unknown;
  readonly iat?: unknown;
  readonly exp?: unknown;
}

/** What an assertion is refused with: Google's HTTP status, error and sentence. */
export interface AssertionRefusal {
  readonly status: number;
  readonly error: string;
  readonly error_description: string;
}

/** What the judgement of an assertion needs to know; `now` is the provider's clock, in seconds. */
export interface Circumstances {
  readonly tokenUrl: string;
  readonly now: number;
  readonly knownScopes: readonly string[];
  readonly isPerson: (address: string) => boolean;
}

const hour = 3600;
const tolerance = 300;

const invalidGrant = (error_description: string): AssertionRefusal => ({
  status: 400,
  error: 'invalid_grant',
  error_description,
});

/** Reads an assertion without believing it. Null when it is no JWT. */
export function readClaims(assertion: string): Claims | null {
  try {
    return JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString()) as Claims;
  } catch {
    return null;
  }
}

/** Was this signed by one of the account's keys, with RS256? */
export async function isSignedBy(account: ServiceAccount, assertion: string): Promise<boolean> {
  const keys = createLocalJWKSet(account.jwks as Parameters<typeof createLocalJWKSet>[0]);
  return compactVerify(assertion, keys, { algorithms: ['RS256'] }).then(
    () => true,
    () => false,
  );
}

/** Why Google would refuse these claims of an account, or null (developers.google.com, "Using OAuth 2.0 for Server to Server Applications"). */
export function refusalOfClaims(
  { aud, iat, exp, scope, sub }: Claims,
  account: ServiceAccount,
  { tokenUrl, now, knownScopes, isPerson }: Circumstances,
): AssertionRefusal | null {
  if (aud !== tokenUrl) return invalidGrant('Invalid JWT: Failed audience check.');
  if (!isTimely(iat, exp, now))
    return invalidGrant(
      'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
    );
  const scopes = typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [];
  if (scopes.length === 0 || !scopes.every((word) => knownScopes.includes(word)))
    return {
      status: 400,
      error: 'invalid_scope',
      error_description: 'Invalid OAuth scope or ID token audience provided.',
    };
  if (sub === undefined) return null;
  if (typeof sub !== 'string' || !isPerson(sub)) return invalidGrant('Invalid email or User ID');
  return scopes.every((word) => account.scopes.includes(word)) ? null : notDelegated;
}

const notDelegated: AssertionRefusal = {
  status: 401,
  error: 'unauthorized_client',
  error_description:
    'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
};

function isTimely(iat: unknown, exp: unknown, now: number): boolean {
  if (typeof iat !== 'number' || typeof exp !== 'number') return false;
  return iat <= now + tolerance && exp > now && exp <= iat + hour;
}

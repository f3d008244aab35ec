import { normalAddress } from '@mailroom/kernel';
import { z } from 'zod';
import { type ClientAccess } from '../clients/client-access.js';
import { oauthProblem } from '../oauth-problems.js';
import { type Person } from '../tokens/same-person.js';
import { hashOf } from './consent-cookie.js';
import { issuerMatches } from './issuer.js';

const claimsSchema = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string())]),
  nonce: z.string().optional(),
  tid: z.string().min(1).max(255).optional().catch(undefined),
  oid: z.string().min(1).max(255).optional().catch(undefined),
});
type Claims = z.infer<typeof claimsSchema>;

/** Who consented, and as which mailbox. */
export interface Identity extends Person {
  readonly mailbox: string;
  /** False where the provider itself says that nobody has proved whose address it is (OpenID Connect Core section 5.1). */
  readonly mailboxVerified: boolean;
}

/**
 * The identity at a provider that names nobody (no OpenID Connect): whom the admin said it would be. Problem
 * `mailbox-required`.
 */
export function statedIdentity(mailbox: string | null): Identity {
  if (mailbox === null) throw oauthProblem('mailbox-required', { field: 'loginHint' });
  const address = normalAddress(mailbox);
  return {
    subject: address.toLowerCase(),
    objectId: null,
    tenantId: null,
    mailbox: address,
    mailboxVerified: false,
  };
}

/**
 * Reads who consented from the ID token that came with the tokens. Issuer, audience and nonce are checked; the
 * signature need not be, because it came from the token endpoint itself and not through the browser (OpenID Connect Core
 * section 3.1.3.7, point 6), and its freshness is the nonce's, which is good once and for ten minutes; there is no nonce
 * (null) where no browser was on the way.
 * Problems `identity-missing`, `identity-not-for-us` (`reason`).
 */
export function readIdentity(
  idToken: string | undefined,
  client: Pick<ClientAccess, 'clientId' | 'issuer' | 'template'>,
  nonceHash: string | null,
): Identity {
  const claims = claimsOf(idToken);
  if (!claims) throw oauthProblem('identity-missing', { disposition: 'fix-client' });
  const wrong = whatIsWrong(claims, client, nonceHash);
  if (wrong) throw oauthProblem('identity-not-for-us', { params: { reason: wrong } });
  const mailbox = client.template.mailboxClaims
    .map((name) => claims[name])
    .find((value) => typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value));
  if (typeof mailbox !== 'string') throw oauthProblem('identity-missing', { disposition: 'fix-client' });
  return {
    subject: claims.sub,
    objectId: claims.oid ?? null,
    tenantId: claims.tid ?? null,
    mailbox,
    // Some providers write it as a string.
    mailboxVerified: claims['email_verified'] !== false && claims['email_verified'] !== 'false',
  };
}

function whatIsWrong(
  claims: Claims,
  { clientId, issuer }: Pick<ClientAccess, 'clientId' | 'issuer'>,
  nonceHash: string | null,
): string | undefined {
  if (![claims.aud].flat().includes(clientId)) return 'audience';
  if (nonceHash !== null && hashOf(claims.nonce ?? '') !== nonceHash) return 'nonce';
  if (issuer !== null && !issuerMatches(issuer, claims.iss, claims.tid)) return 'issuer';
  return undefined;
}

function claimsOf(idToken: string | undefined): Claims | undefined {
  try {
    const payload = Buffer.from(idToken?.split('.')[1] ?? '', 'base64url').toString('utf8');
    return claimsSchema.parse(JSON.parse(payload));
  } catch {
    return undefined;
  }
}

import { randomUUID } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { type ClientAccess } from '../clients/client-access.js';
import { type SigningKey } from '../clients/client-proof.js';

/** Clocks differ: an assertion that begins in the provider's future is refused. */
const SKEW_SECONDS = 30;
/** Enough for one request; providers allow an hour (developers.google.com, "Addendum: Service account authorization without OAuth"). */
const LIFE_SECONDS = 600;

/**
 * An assertion that the client speaks for `subject` (RFC 7523 section 3). Throws when the key is none that its algorithm
 * can sign with.
 */
export async function assertionFor(
  { clientId, tokenEndpoint, scope }: Pick<ClientAccess, 'clientId' | 'tokenEndpoint' | 'scope'>,
  { key, algorithm, keyId, thumbprint }: SigningKey,
  subject: string,
  now: Date,
): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1_000);
  return new SignJWT({ scope })
    .setProtectedHeader({
      alg: algorithm,
      typ: 'JWT',
      ...(keyId === null ? {} : { kid: keyId }),
      ...(thumbprint === null ? {} : { 'x5t#S256': thumbprint }),
    })
    .setIssuer(clientId)
    .setSubject(subject)
    .setAudience(tokenEndpoint)
    .setIssuedAt(seconds - SKEW_SECONDS)
    .setExpirationTime(seconds + LIFE_SECONDS)
    .setJti(randomUUID())
    .sign(await importPKCS8(key.reveal(), algorithm));
}

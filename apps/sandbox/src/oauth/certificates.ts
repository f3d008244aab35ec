import { X509Certificate } from 'node:crypto';
import { errors, type Client } from 'oidc-provider';
import { type Records } from './records.js';

/** What an application's certificate (PEM) is known by: its public key, and the thumbprint that Microsoft wants to see. */
export function readCertificate(pem: string): { key: object; thumbprint: string } {
  const certificate = new X509Certificate(pem);
  const thumbprint = Buffer.from(certificate.fingerprint256.replaceAll(':', ''), 'hex').toString('base64url');
  return { key: certificate.publicKey.export({ format: 'jwk' }), thumbprint };
}

/**
 * Checks `x5t#S256` in the header of a client assertion (learn.microsoft.com, "Certificate credentials") for
 * applications with registered certificates. Throws `invalid_client`.
 */
export function checkThumbprint(records: Records, header: Record<string, unknown>, client: Client): void {
  const thumbprints = records.find('strict', 'Client', client.clientId)?.payload.thumbprints as
    string[] | undefined;
  if (thumbprints && !thumbprints.includes(String(header['x5t#S256'])))
    throw new errors.InvalidClientAuth('no certificate has this x5t#S256');
}

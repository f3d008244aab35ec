import { X509Certificate } from 'node:crypto';
import { z } from 'zod';

/** A certificate as admins see it, its thumbprints as Azure's portal shows them. */
export const certificateSchema = z
  .object({
    subject: z.string(),
    startsAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    /** Hexadecimal, upper case, without colons. */
    sha1: z.string(),
    sha256: z.string(),
    /** X.509 in PEM: public, to be uploaded at the provider. */
    pem: z.string(),
  })
  .meta({ id: 'ClientCertificate' });
export type ClientCertificate = z.infer<typeof certificateSchema>;

/** What a stored certificate says of itself; null for none. */
export function certificateAnswer(pem: string | null): ClientCertificate | null {
  if (pem === null) return null;
  const certificate = new X509Certificate(pem);
  const { validFromDate, validToDate, fingerprint, fingerprint256 } = certificate;
  return {
    pem,
    subject: String(certificate.toLegacyObject().subject.CN),
    startsAt: validFromDate.toISOString(),
    expiresAt: validToDate.toISOString(),
    sha1: fingerprint.replaceAll(':', ''),
    sha256: fingerprint256.replaceAll(':', ''),
  };
}

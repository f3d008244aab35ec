import 'reflect-metadata';
import { randomBytes, webcrypto } from 'node:crypto';
import { Secret } from '@mailroom/kernel';

/** What a certificate is to say. */
export interface CertificateWish {
  /** Its common name; cut to the 64 characters that X.520 allows. */
  readonly name: string;
  readonly startsAt: Date;
  readonly months: number;
}

/** A key that nobody has seen, and the certificate that its public half is known by. Both in PEM. */
export interface NewCertificate {
  readonly privateKey: Secret;
  readonly certificate: string;
  readonly expiresAt: Date;
}

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };

/** Makes an RSA key of 3072 bits, in a thread of its own, and a certificate that it signs for itself. */
export async function newCertificate({ name, startsAt, months }: CertificateWish): Promise<NewCertificate> {
  // Made once in months, if at all: nobody waits for it to load at every start.
  const { BasicConstraintsExtension, KeyUsageFlags, KeyUsagesExtension, Name, X509CertificateGenerator } =
    await import('@peculiar/x509');
  const { subtle } = webcrypto;
  const keys = await subtle.generateKey(
    { ...RSA, modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  );
  const expiresAt = monthsAfter(startsAt, months);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    keys,
    // RFC 5280 section 4.1.2.2: positive, at most 20 octets.
    serialNumber: `01${randomBytes(15).toString('hex')}`,
    // A bare string would be read: quotes and hashes have a meaning there.
    name: new Name([{ CN: [{ utf8String: name.slice(0, 64) }] }]),
    notBefore: startsAt,
    notAfter: expiresAt,
    signingAlgorithm: RSA,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    ],
  });
  return {
    privateKey: Secret.of(pemOf(Buffer.from(await subtle.exportKey('pkcs8', keys.privateKey)))),
    certificate: certificate.toString('pem'),
    expiresAt,
  };
}

/** The same day so many months later, or the last one of a shorter month. */
export function monthsAfter(start: Date, months: number): Date {
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + months);
  if (end.getUTCDate() !== start.getUTCDate()) end.setUTCDate(0);
  return end;
}

function pemOf(pkcs8: Buffer): string {
  const lines = pkcs8.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n');
}

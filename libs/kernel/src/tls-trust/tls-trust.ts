import { createHash, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { inputFault } from '../problems/input-fault.js';
import { pemOf } from './pem.js';

const certificates = z
  .string()
  .max(65_536)
  .transform((text, context) => {
    const pem = pemOf(text);
    if (pem === null) context.addIssue(inputFault('no-certificates'));
    return pem ?? z.NEVER;
  });

const sha256 = z
  .string()
  .max(200)
  .transform((text, context) => {
    const digits = text.replace(/^.*=/, '').replace(/[\s:]/g, '').toUpperCase();
    if (!/^[0-9A-F]{64}$/.test(digits)) context.addIssue(inputFault('no-fingerprint'));
    return digits.replace(/(..)(?!$)/g, '$1:');
  });

/**
 * Whose certificates are believed over TLS: those of public authorities for the name that was typed; those of own
 * authorities, for that name; exactly one certificate, whatever its name and end say; or whatever is shown, which hides
 * nothing from who sits in between.
 */
export const tlsTrustSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('verified') }),
  /** PEM. Whole chains are welcome; an intermediate, or the server's own certificate, is believed too. */
  z.strictObject({ kind: z.literal('ca'), certificates }),
  /** SHA-256 over the server's certificate in DER: `AB:CD:…`, in any spelling. */
  z.strictObject({ kind: z.literal('fingerprint'), sha256 }),
  z.strictObject({ kind: z.literal('any') }),
]);
export type TlsTrust = z.infer<typeof tlsTrustSchema>;

/** The default: as every browser does it. */
export const VERIFIED: TlsTrust = { kind: 'verified' };

/** The trust in one word, for the origin that a secret belongs to; empty for the default. */
export function trustWord(trust: TlsTrust): string {
  switch (trust.kind) {
    case 'verified':
      return '';
    case 'ca':
      return `ca=${createHash('sha256').update(trust.certificates).digest('hex')}`;
    case 'fingerprint':
      return `pin=${trust.sha256}`;
    case 'any':
      return 'any';
  }
}

/** The certificates of own authorities as admins recognise them. */
export function authoritiesOf(
  trust: TlsTrust,
): { readonly subject: string; readonly endsAt: Date; readonly sha256: string }[] {
  if (trust.kind !== 'ca') return [];
  return trust.certificates.split(/(?<=-----END CERTIFICATE-----\n)/).map((pem) => {
    const { subject, validToDate, fingerprint256 } = new X509Certificate(pem);
    return { subject: subject.replaceAll('\n', ', '), endsAt: validToDate, sha256: fingerprint256 };
  });
}

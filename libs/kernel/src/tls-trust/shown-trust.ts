import { z } from 'zod';
import { authoritiesOf, type TlsTrust } from './tls-trust.js';

/** Whose certificates are believed; own authorities are named so that admins recognise them. */
export const shownTrustSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('verified') }),
    z.object({
      kind: z.literal('ca'),
      certificates: z.string(),
      authorities: z.array(z.object({ subject: z.string(), endsAt: z.iso.datetime(), sha256: z.string() })),
    }),
    z.object({ kind: z.literal('fingerprint'), sha256: z.string() }),
    z.object({ kind: z.literal('any') }),
  ])
  .meta({ id: 'ShownTlsTrust' });
export type ShownTrust = z.infer<typeof shownTrustSchema>;

/** A trust as the API answers it. */
export function shownTrust(trust: TlsTrust): ShownTrust {
  if (trust.kind !== 'ca') return trust;
  const authorities = authoritiesOf(trust);
  return { ...trust, authorities: authorities.map((one) => ({ ...one, endsAt: one.endsAt.toISOString() })) };
}

/** What an admin should keep in mind: `certificate-not-verified` where anybody could pose as the server. */
export const trustCautionsSchema = z.array(z.enum(['certificate-not-verified', 'not-encrypted']));

/** The cautions that a connection of this kind deserves. */
export function trustCautions(
  security: 'tls' | 'starttls' | 'none',
  trust: TlsTrust,
): z.infer<typeof trustCautionsSchema> {
  if (security === 'none') return ['not-encrypted'];
  return trust.kind === 'any' ? ['certificate-not-verified'] : [];
}

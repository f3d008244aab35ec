import { z } from 'zod';
import { type OAuthClient } from './oauth-client.js';

/** A client as admins see it; its secret stays behind. */
export const clientSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    template: z.string(),
    flow: z.literal('authorization-code'),
    clientId: z.string(),
    secretIsSet: z.boolean(),
    secretExpiresAt: z.iso.datetime().nullable(),
    tenant: z.string().nullable(),
    authorizationEndpoint: z.string(),
    tokenEndpoint: z.string(),
    revocationEndpoint: z.string().nullable(),
    issuer: z.string().nullable(),
    clientAuthentication: z.enum(['post', 'basic']),
    scope: z.string(),
    extraParameters: z.record(z.string(), z.string()),
    validity: z.enum(['valid', 'invalid', 'temporarily-invalid']),
    notifyOnExpiredToken: z.boolean(),
    notifyOnExpiredRefreshToken: z.boolean(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    updatedBy: z.string(),
  })
  .meta({ id: 'Client' });
export type Client = z.infer<typeof clientSchema>;

/** All clients, by name. */
export const clientListSchema = z.object({ items: z.array(clientSchema) }).meta({ id: 'ClientList' });

/** The row without what must stay here. */
export function clientAnswer(row: OAuthClient): Client {
  const { sealedSecret, secretExpiresAt, createdAt, updatedAt, ...plain } = row;
  return {
    ...plain,
    secretIsSet: sealedSecret !== null,
    secretExpiresAt: secretExpiresAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

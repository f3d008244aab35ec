import { z } from 'zod';
import { type OAuthClientSecret } from './oauth-client-secret.js';
import { clientAuthentications, clientFlows, type OAuthClient } from './oauth-client.js';

/** A secret as admins see it: when it ends, and never what it is. */
const clientSecretSchema = z
  .object({
    id: z.uuid(),
    expiresAt: z.iso.datetime().nullable(),
    addedAt: z.iso.datetime(),
    addedBy: z.string(),
    /** The provider refused it and has not taken it since. */
    refusedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ClientSecret' });

/** A client as admins see it; its secrets stay behind. */
export const clientSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    template: z.string(),
    flow: z.enum(clientFlows),
    clientId: z.string(),
    /** At most two, newest last. */
    secrets: z.array(clientSecretSchema),
    tenant: z.string().nullable(),
    authorizationEndpoint: z.string().nullable(),
    tokenEndpoint: z.string(),
    revocationEndpoint: z.string().nullable(),
    issuer: z.string().nullable(),
    clientAuthentication: z.enum(clientAuthentications),
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
export function clientAnswer(row: OAuthClient, secrets: readonly OAuthClientSecret[]): Client {
  const { id, name, template, flow, clientId, tenant, issuer, clientAuthentication } = row;
  const { authorizationEndpoint, tokenEndpoint, revocationEndpoint, scope, extraParameters } = row;
  const { validity, notifyOnExpiredToken, notifyOnExpiredRefreshToken, updatedBy } = row;
  return {
    id,
    name,
    template,
    flow,
    clientId,
    tenant,
    issuer,
    clientAuthentication,
    authorizationEndpoint,
    tokenEndpoint,
    revocationEndpoint,
    scope,
    extraParameters,
    validity,
    notifyOnExpiredToken,
    notifyOnExpiredRefreshToken,
    updatedBy,
    secrets: secrets.filter(({ clientId: owner }) => owner === id).map(secretAnswer),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function secretAnswer({ id, expiresAt, addedAt, addedBy, refusedAt }: OAuthClientSecret) {
  return {
    id,
    addedBy,
    expiresAt: expiresAt?.toISOString() ?? null,
    addedAt: addedAt.toISOString(),
    refusedAt: refusedAt?.toISOString() ?? null,
  };
}

import { z } from 'zod';
import { clientTemplateIds } from '../providers/client-templates.js';
import { clientAuthentications } from './oauth-client.js';

const endpoint = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .refine((text) => {
    const { username, password, hash } = new URL(text);
    return username === '' && password === '' && hash === '';
  }, 'must hold neither a user name nor a fragment');

const scope = z
  .string()
  .trim()
  .min(1)
  .max(4_000)
  .transform((text) => text.split(/\s+/).join(' '));

const parameters = z.record(z.string().regex(/^[\w.-]{1,100}$/), z.string().max(1_000));

const changeable = {
  name: z.string().trim().min(1).max(250),
  clientId: z.string().trim().min(1).max(500),
  /** Write-only: no answer ever holds it. In a change it replaces whatever secrets there are. */
  secret: z.string().trim().min(1).max(4_000),
  secretExpiresAt: z.iso.datetime({ offset: true }).nullable(),
  tenant: z
    .string()
    .trim()
    .regex(/^[\w.-]{1,200}$/),
  authorizationEndpoint: endpoint,
  tokenEndpoint: endpoint,
  revocationEndpoint: endpoint.nullable(),
  issuer: z.string().trim().min(1).max(2_000).nullable(),
  clientAuthentication: z.enum(clientAuthentications),
  scope,
  extraParameters: parameters,
  validity: z.enum(['valid', 'invalid', 'temporarily-invalid']),
  notifyOnExpiredToken: z.boolean(),
  notifyOnExpiredRefreshToken: z.boolean(),
};

/**
 * A client to register. What is left out comes from the template; for `custom` the endpoints may come from
 * `discoveryUrl` (an issuer, or its metadata document).
 */
export const newClientSchema = z
  .strictObject({
    ...z.object(changeable).partial().shape,
    name: changeable.name,
    clientId: changeable.clientId,
    template: z.enum(clientTemplateIds),
    discoveryUrl: endpoint.optional(),
  })
  .meta({ id: 'NewClient' });
export type NewClient = z.infer<typeof newClientSchema>;

/** What may change on a client: not its template and not its flow. What is left out stays. */
export const clientChangesSchema = z.strictObject(changeable).partial().meta({ id: 'ClientChanges' });
export type ClientChanges = z.infer<typeof clientChangesSchema>;

import { z } from 'zod';
import { Edition, inputFault } from '@mailroom/kernel';
import { clientTemplateIds } from '../providers/client-templates.js';
import { mailHostsSchema, mailHostSchema } from '../hosts/mail-host.js';
import { callbackAliasNames } from '../redirect-uri/callback-aliases.js';
import { clientAuthentications, clientFlows, identitySources } from './oauth-client.js';

/** Days before the end of a secret or certificate on which people are told, unless the admin says otherwise. */
export const USUAL_WARNING_DAYS: readonly number[] = [30, 14, 7, 3, 1];

const endpoint = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .refine((text) => {
    // zod asks all the same when it is no URL, and says so by itself.
    if (!URL.canParse(text)) return true;
    const { username, password, hash } = new URL(text);
    return username === '' && password === '' && hash === '';
  }, inputFault('url-with-secrets'));

const scope = z
  .string()
  .trim()
  .min(1)
  .max(4_000)
  .transform((text) => text.split(/\s+/).join(' '));

const parameters = z.record(z.string().regex(/^[\w.-]{1,100}$/), z.string().max(1_000));

const memberName = z.string().trim().min(1).max(100).optional();

/** Members of a token answer (RFC 6749 section 5) and what a provider calls them that has its own words. */
const answerNames = z.strictObject({
  access_token: memberName,
  token_type: memberName,
  expires_in: memberName,
  refresh_token: memberName,
  refresh_token_expires_in: memberName,
  scope: memberName,
  id_token: memberName,
  error: memberName,
  error_codes: memberName,
  suberror: memberName,
});

const warningDays = z
  .array(z.int().min(1).max(365))
  .max(10)
  .transform((days) => [...new Set(days)].toSorted((one, other) => other - one));

/** A secret as somebody types it. */
export const typedSecret = z.string().trim().min(1).max(4_000);
/** When a secret ends, or null where that is not known. */
export const typedExpiry = z.iso.datetime({ offset: true }).nullable();

const changeable = {
  name: z.string().trim().min(1).max(250),
  clientId: z.string().trim().min(1).max(500),
  /** Write-only: no answer ever holds it. In a change it replaces whatever secrets there are. */
  secret: typedSecret,
  secretExpiresAt: typedExpiry,
  /** The JSON file of a service account, as text. Write-only; client ID and key come from it. Flow `jwt-bearer` only. */
  serviceAccountKey: z.string().trim().min(1).max(20_000),
  secretWarningDays: warningDays,
  tenant: z
    .string()
    .trim()
    .regex(/^[\w.-]{1,200}$/),
  projectId: z.string().trim().min(1).max(200).nullable(),
  authorizationEndpoint: endpoint.nullable(),
  tokenEndpoint: endpoint,
  refreshEndpoint: endpoint.nullable(),
  revocationEndpoint: endpoint.nullable(),
  deviceEndpoint: endpoint.nullable(),
  issuer: z.string().trim().min(1).max(2_000).nullable(),
  clientAuthentication: z.enum(clientAuthentications),
  identity: z.enum(identitySources),
  callbackAlias: z.enum(callbackAliasNames).nullable(),
  scope,
  extraParameters: parameters,
  tokenParameters: parameters,
  refreshParameters: parameters,
  answerNames,
  /** Mail servers that the tokens may be shown to besides the template's. One more demands the secret or the key again. */
  mailHosts: mailHostsSchema,
  /** Staff who are no admins may connect a mailbox of their own with it. */
  personalServers: z.boolean(),
  /** Where mail of these mailboxes leaves, when that is not the place of the template. One of the hosts that see tokens. */
  submission: mailHostSchema.nullable(),
  validity: z.enum(['valid', 'invalid', 'temporarily-invalid']),
  notifyOnExpiredToken: z.boolean(),
  notifyOnExpiredRefreshToken: z.boolean(),
};

/** The fields of a client to register. */
export const newClientShape = {
  ...z.object(changeable).partial().shape,
  name: changeable.name,
  template: z.enum(clientTemplateIds),
  flow: z.enum(clientFlows).optional(),
  discoveryUrl: endpoint.optional(),
};

/**
 * A client to register. What is left out comes from the template; for `custom` the flow may be chosen, and the endpoints
 * may come from `discoveryUrl` (an issuer, or its metadata document).
 */
export const newClientSchema = z
  .strictObject(newClientShape)
  .refine(({ clientId, serviceAccountKey }) => (clientId ?? serviceAccountKey) !== undefined, {
    path: ['clientId'],
    error: inputFault('needed-without-key-file'),
  })
  .meta({ id: 'NewClient' });
export type NewClient = z.infer<typeof newClientSchema>;

/** What may change on a client: not its template and not its flow. What is left out stays. */
export const clientChangesSchema = z.strictObject(changeable).partial().meta({ id: 'ClientChanges' });
export type ClientChanges = z.infer<typeof clientChangesSchema>;

/** What of a client is edited. */
export const clientEdition = new Edition(clientChangesSchema.shape);

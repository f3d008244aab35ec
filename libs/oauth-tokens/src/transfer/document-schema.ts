import { z } from 'zod';
import { inputFault } from '@mailroom/kernel';
import { clientChangesSchema, typedExpiry, typedSecret } from '../clients/client-input.js';
import { signingAlgorithms } from '../clients/client-proof.js';
import { clientFlows } from '../clients/oauth-client.js';
import { sealingSchema } from './passphrase.js';

/** The version of the format that is written, and the only one that is read. */
export const DOCUMENT_VERSION = 1;
/** What a document holds at most. */
export const ENTRIES_AT_MOST = 10_000;

const hidden = { value: typedSecret.max(20_000).optional(), sealed: z.base64().max(40_000).optional() };
const either = ({ value, sealed }: { value?: string | undefined; sealed?: string | undefined }): boolean =>
  (value === undefined) !== (sealed === undefined);
const EITHER = inputFault('value-or-sealed');

/** A secret of a client, in clear or sealed under the passphrase of the document. */
const secretSchema = z.strictObject({ ...hidden, expiresAt: typedExpiry.optional() }).refine(either, EITHER);

const keySchema = z
  .strictObject({
    ...hidden,
    algorithm: z.enum(signingAlgorithms),
    keyId: z.string().trim().min(1).max(500).nullable().optional(),
    certificate: z.string().max(20_000).nullable().optional(),
  })
  .refine(either, EITHER);

// Proofs have a form of their own here.
const {
  secret: _,
  secretExpiresAt: __,
  serviceAccountKey: ___,
  tenant,
  ...settings
} = clientChangesSchema.shape;

/** Everything of a client that an admin decides, in the words of the API, in the order in which it is written. */
export const documentSettings = [
  'clientId',
  'tenant',
  'projectId',
  'validity',
  'authorizationEndpoint',
  'tokenEndpoint',
  'refreshEndpoint',
  'revocationEndpoint',
  'deviceEndpoint',
  'issuer',
  'scope',
  'clientAuthentication',
  'identity',
  'callbackAlias',
  'extraParameters',
  'tokenParameters',
  'refreshParameters',
  'answerNames',
  'mailHosts',
  'personalServers',
  'submission',
  'notifyOnExpiredToken',
  'notifyOnExpiredRefreshToken',
  'secretWarningDays',
] as const;

/** One client of a document. */
export const documentEntrySchema = z.strictObject({
  ...settings,
  name: settings.name.unwrap(),
  template: z.string().min(1).max(100),
  flow: z.enum(clientFlows),
  clientId: settings.clientId.unwrap(),
  tenant: tenant.nullable(),
  secrets: z.array(secretSchema).max(2).optional(),
  privateKey: keySchema.nullable().optional(),
});
export type DocumentEntry = z.infer<typeof documentEntrySchema>;

/** What a document begins with; its clients are looked at one by one. */
export const documentSchema = z.strictObject({
  mailroom: z.literal('clients'),
  version: z.int(),
  sealing: sealingSchema.optional(),
  clients: z.array(z.unknown()),
});

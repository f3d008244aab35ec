import { dispositionShape } from '@mailroom/kernel';
import { z } from 'zod';
import { hostsOf } from '../hosts/may-show.js';
import { mailHostSchema } from '../providers/template-answer.js';
import { callbackAliasNames } from '../redirect-uri/callback-aliases.js';
import { certificateAnswer, certificateSchema } from './certificate-answer.js';
import { signingAlgorithms } from './client-proof.js';
import { type OAuthClientSecret } from './oauth-client-secret.js';
import { clientAuthentications, clientFlows, identitySources, type OAuthClient } from './oauth-client.js';

/** A secret as admins see it: when it ends, and never what it is. */
export const clientSecretSchema = z
  .object({
    id: z.uuid(),
    expiresAt: z.iso.datetime().nullable(),
    addedAt: z.iso.datetime(),
    addedBy: z.string(),
    /** The provider refused it and has not taken it since. */
    refusedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ClientSecret' });

/** The key that signs for a client: everything but the key. */
const clientKeySchema = z
  .object({
    keyId: z.string().nullable(),
    algorithm: z.enum(signingAlgorithms).nullable(),
    certificate: certificateSchema.nullable(),
  })
  .meta({ id: 'ClientKey' });

const textByName = z.record(z.string(), z.string());
const endpoint = z.string().nullable();

/**
 * The last failure that was the client's own, or trouble that met several of its tokens (its only one again and again); null when all is well. With
 * `retryAt` nobody asks the provider in the name of this client before then.
 */
const failureSchema = z
  .object({
    code: z.string(),
    class: dispositionShape,
    at: z.iso.datetime(),
    /** Since when it has been failing without a success in between. */
    since: z.iso.datetime(),
    retryAt: z.iso.datetime().nullable(),
    /** The token whose refresh failed last: refreshing it tries again at once. */
    tokenId: z.uuid().nullable(),
  })
  .meta({ id: 'ClientFailure' });

/** A client as admins see it; its secrets and keys stay behind. */
export const clientSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    template: z.string(),
    flow: z.enum(clientFlows),
    clientId: z.string(),
    /** At most two, newest last. */
    secrets: z.array(clientSecretSchema),
    key: clientKeySchema.nullable(),
    /** A certificate that waits until somebody says that the provider knows it. */
    pendingCertificate: certificateSchema.nullable(),
    secretWarningDays: z.array(z.int()),
    tenant: z.string().nullable(),
    projectId: z.string().nullable(),
    authorizationEndpoint: endpoint,
    tokenEndpoint: z.string(),
    refreshEndpoint: endpoint,
    revocationEndpoint: endpoint,
    deviceEndpoint: endpoint,
    issuer: z.string().nullable(),
    clientAuthentication: z.enum(clientAuthentications),
    identity: z.enum(identitySources),
    callbackAlias: z.enum(callbackAliasNames).nullable(),
    scope: z.string(),
    extraParameters: textByName,
    tokenParameters: textByName,
    refreshParameters: textByName,
    answerNames: textByName,
    mailHosts: z.array(z.string()),
    /** Every mail server that the tokens may be shown to, the template's included; none: any that an admin enters. */
    shownTo: z.array(z.string()),
    personalServers: z.boolean(),
    submission: mailHostSchema.nullable(),
    validity: z.enum(['valid', 'invalid', 'temporarily-invalid']),
    notifyOnExpiredToken: z.boolean(),
    notifyOnExpiredRefreshToken: z.boolean(),
    failure: failureSchema.nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    updatedBy: z.string(),
  })
  .meta({ id: 'Client' });
export type Client = z.infer<typeof clientSchema>;

/** The row without what must stay here. */
export function clientAnswer(row: OAuthClient, secrets: readonly OAuthClientSecret[]): Client {
  const { sealedPrivateKey, certificate, pendingCertificate, signingAlgorithm: algorithm, keyId } = row;
  return {
    ...shown(row),
    shownTo: [...hostsOf(row)],
    secrets: secrets.filter(({ clientId: owner }) => owner === row.id).map(secretAnswer),
    key: sealedPrivateKey === null ? null : { keyId, algorithm, certificate: certificateAnswer(certificate) },
    pendingCertificate: certificateAnswer(pendingCertificate),
    failure: failureOf(row),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function failureOf({
  failureCode: code,
  failureClass,
  failureAt,
  failingSince,
  notBefore,
  failedTokenId: tokenId,
}: OAuthClient): Client['failure'] {
  if (code === null || failureClass === null || failureAt === null) return null;
  return {
    code,
    class: failureClass,
    at: failureAt.toISOString(),
    since: (failingSince ?? failureAt).toISOString(),
    retryAt: notBefore?.toISOString() ?? null,
    tokenId,
  };
}

// Name by name: a column that is added to the row some day does not show itself.
function shown(row: OAuthClient) {
  const { id, name, template, flow, clientId, tenant, projectId, issuer, clientAuthentication } = row;
  const { authorizationEndpoint, tokenEndpoint, refreshEndpoint, revocationEndpoint, deviceEndpoint } = row;
  const { scope, extraParameters, tokenParameters, refreshParameters, answerNames, identity } = row;
  const { validity, notifyOnExpiredToken, notifyOnExpiredRefreshToken, updatedBy } = row;
  const { secretWarningDays, callbackAlias, mailHosts, personalServers, submission } = row;
  return {
    id,
    name,
    template,
    flow,
    clientId,
    tenant,
    projectId,
    issuer,
    clientAuthentication,
    authorizationEndpoint,
    tokenEndpoint,
    refreshEndpoint,
    revocationEndpoint,
    deviceEndpoint,
    scope,
    extraParameters,
    tokenParameters,
    refreshParameters,
    answerNames,
    mailHosts,
    personalServers,
    submission,
    identity,
    validity,
    notifyOnExpiredToken,
    notifyOnExpiredRefreshToken,
    secretWarningDays,
    callbackAlias,
    updatedBy,
  };
}

/** A secret without the secret. */
export function secretAnswer({ id, expiresAt, addedAt, addedBy, refusedAt }: OAuthClientSecret) {
  return {
    id,
    addedBy,
    expiresAt: expiresAt?.toISOString() ?? null,
    addedAt: addedAt.toISOString(),
    refusedAt: refusedAt?.toISOString() ?? null,
  };
}

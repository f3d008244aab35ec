import { X509Certificate, createHash } from 'node:crypto';
import { type SecretBox } from '@mailroom/kernel';
import { templateOf } from '../providers/client-templates.js';
import { type ClientAccess } from './client-access.js';
import { type ClientProof, type ClientSecret, type SigningKey } from './client-proof.js';
import { openPrivateKey } from './client-seals.js';
import { type OAuthClient } from './oauth-client.js';

/** A stored client, opened for use. Problem `secret-unreadable`. */
export function openClient(box: SecretBox, row: OAuthClient, secrets: readonly ClientSecret[]): ClientAccess {
  const signingKey = signingKeyOf(box, row);
  const { id, updatedAt, flow, identity, callbackAlias, clientId, issuer, scope, validity, extraParameters } =
    row;
  const { authorizationEndpoint, tokenEndpoint, refreshEndpoint, revocationEndpoint, deviceEndpoint } = row;
  const { tokenParameters, refreshParameters, answerNames } = row;
  return {
    id,
    updatedAt,
    flow,
    identity,
    callbackAlias,
    clientId,
    issuer,
    scope,
    validity,
    extraParameters,
    authorizationEndpoint,
    tokenEndpoint,
    refreshEndpoint,
    revocationEndpoint,
    deviceEndpoint,
    tokenParameters,
    refreshParameters,
    answerNames,
    signingKey,
    template: templateOf(row.template),
    proof: proofOf(row, secrets, signingKey),
  };
}

function proofOf(
  { clientAuthentication }: OAuthClient,
  secrets: readonly ClientSecret[],
  signingKey: SigningKey | null,
): ClientProof {
  if (clientAuthentication === 'private-key-jwt') {
    return signingKey ? { kind: 'private-key', signingKey } : { kind: 'none' };
  }
  return secrets.length > 0 ? { kind: 'secret', manner: clientAuthentication, secrets } : { kind: 'none' };
}

function signingKeyOf(box: SecretBox, row: OAuthClient): SigningKey | null {
  const { sealedPrivateKey, signingAlgorithm: algorithm, keyId, certificate } = row;
  if (sealedPrivateKey === null || algorithm === null) return null;
  return {
    key: openPrivateKey(box, row, sealedPrivateKey),
    algorithm,
    keyId,
    thumbprint: certificate === null ? null : thumbprintOf(certificate),
  };
}

/** SHA-256 of a certificate's DER bytes, base64url (RFC 7515 section 4.1.8). */
export function thumbprintOf(certificate: string): string {
  return createHash('sha256').update(new X509Certificate(certificate).raw).digest('base64url');
}

import { type SecretBox } from '@mailroom/kernel';
import { oauthProblem } from '../oauth-problems.js';
import { type ClientChanges } from './client-input.js';
import { type ClientPlace, sealPrivateKey } from './client-seals.js';
import { type ClientSettings, type OAuthClient } from './oauth-client.js';
import { originOf } from './origin-of.js';
import { readServiceAccountKey, type ServiceAccountKey } from './service-account-key.js';

/** The key that came with a request, read; null for none. Problem `key-file-invalid`. */
export function importedKey({
  serviceAccountKey,
}: Pick<ClientChanges, 'serviceAccountKey'>): ServiceAccountKey | null {
  return serviceAccountKey === undefined ? null : readServiceAccountKey(serviceAccountKey);
}

/** The request with what the key says of its owner: that is the client ID, whatever else was typed. */
export function withOwnerOf<Input extends ClientChanges>(key: ServiceAccountKey | null, input: Input): Input {
  if (!key) return input;
  const project = key.projectId === null ? {} : { projectId: key.projectId };
  return { ...project, ...input, clientId: key.clientEmail };
}

/**
 * What is stored of an imported key. Problems `key-not-for-flow`, and `key-for-another-endpoint` (`host`) when its file
 * belongs to another token endpoint than the client asks.
 */
export function keyColumns(
  box: SecretBox,
  place: ClientPlace,
  settings: Pick<ClientSettings, 'flow' | 'tokenEndpoint'>,
  { privateKey, keyId, tokenUri }: ServiceAccountKey,
): Pick<
  OAuthClient,
  'sealedPrivateKey' | 'certificate' | 'certificateExpiresAt' | 'signingAlgorithm' | 'keyId'
> {
  const field = 'serviceAccountKey';
  if (settings.flow !== 'jwt-bearer') throw oauthProblem('key-not-for-flow', { field });
  if (originOf(tokenUri) !== originOf(settings.tokenEndpoint))
    throw oauthProblem('key-for-another-endpoint', { field, params: { host: new URL(tokenUri).host } });
  return {
    keyId,
    sealedPrivateKey: sealPrivateKey(box, place, privateKey),
    certificate: null,
    certificateExpiresAt: null,
    // RFC 7518 section 3.3; Google takes no other.
    signingAlgorithm: 'RS256',
  };
}

import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { noKey } from '../clients/no-key.js';
import { type OAuthClient } from '../clients/oauth-client.js';
import { oauthProblem } from '../oauth-problems.js';
import { type EntryKey } from './client-entry.js';

type KeyColumns = Pick<
  OAuthClient,
  'sealedPrivateKey' | 'signingAlgorithm' | 'keyId' | 'certificate' | 'certificateExpiresAt'
>;

/**
 * A key as its client stores it. Problem `private-key-unusable` (`reason`): it is no RSA key in PKCS #8, or the
 * certificate beside it is another's.
 */
export function keyColumns(key: EntryKey | null, sealedPrivateKey: string | null): KeyColumns {
  if (key === null) return noKey;
  const { algorithm: signingAlgorithm, keyId, certificate } = key;
  const privateKey = rsaKey(key.value.reveal());
  const certificateExpiresAt = certificate === null ? null : endOf(certificate, privateKey);
  return { sealedPrivateKey, signingAlgorithm, keyId, certificate, certificateExpiresAt };
}

function rsaKey(pem: string): KeyObject {
  const key = attempt(() => createPrivateKey(pem));
  if (key?.asymmetricKeyType !== 'rsa' || !/BEGIN PRIVATE KEY/.test(pem)) throw unusable('no-rsa-key');
  return key;
}

function endOf(pem: string, key: KeyObject): Date {
  const certificate = attempt(() => new X509Certificate(pem));
  if (!certificate) throw unusable('no-certificate');
  if (!certificate.checkPrivateKey(key)) throw unusable('another-certificate');
  return certificate.validToDate;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function unusable(reason: string) {
  return oauthProblem('private-key-unusable', { field: 'privateKey', params: { reason } });
}

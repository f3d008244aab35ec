import { importPKCS8 } from 'jose';
import {
  ClientSecretBasic,
  ClientSecretPost,
  None,
  modifyAssertion,
  PrivateKeyJwt,
  type ClientAuth,
} from 'openid-client';
import { type ClientAccess } from '../clients/client-access.js';
import { type ClientProof, type ClientSecret, type SigningKey } from '../clients/client-proof.js';

/** One way to prove who the client is, and the secret it takes, where it takes one. */
export interface Proving {
  readonly authentication: ClientAuth;
  readonly secret: ClientSecret | null;
}

/** Every way in which this client can prove itself, best first; never empty. Throws for a key that is none. */
export async function waysToProve({ proof, tokenEndpoint }: ClientAccess): Promise<readonly Proving[]> {
  switch (proof.kind) {
    case 'none':
      return [{ authentication: None(), secret: null }];
    case 'secret':
      return proof.secrets.map((secret) => ({
        authentication: withSecret(proof, secret.value.reveal()),
        secret,
      }));
    case 'private-key':
      return [{ authentication: await withKey(proof.signingKey, tokenEndpoint), secret: null }];
  }
}

function withSecret({ manner }: Extract<ClientProof, { kind: 'secret' }>, secret: string): ClientAuth {
  return manner === 'basic' ? ClientSecretBasic(secret) : ClientSecretPost(secret);
}

// learn.microsoft.com, "Application authentication certificate credentials": aud is the token endpoint, and the
// certificate is named by x5t#S256.
async function withKey(signingKey: SigningKey, tokenEndpoint: string): Promise<ClientAuth> {
  const { key, algorithm, keyId, thumbprint } = signingKey;
  const signing = await importPKCS8(key.reveal(), algorithm);
  return PrivateKeyJwt(keyId === null ? signing : { key: signing, kid: keyId }, {
    [modifyAssertion]: (header, payload) => {
      if (thumbprint !== null) header['x5t#S256'] = thumbprint;
      payload['aud'] = tokenEndpoint;
    },
  });
}

import { createPublicKey } from 'node:crypto';
import { type AdapterPayload } from 'oidc-provider';
import { type Records } from './records.js';

/**
 * A service account of Google's manner: the public keys its assertions are checked with (`publicKey` is a PEM, a
 * certificate will do), and the scopes that domain-wide delegation lets it use in anybody's name.
 */
export interface NewServiceAccount {
  readonly email: string;
  readonly jwks?: { readonly keys: readonly object[] };
  readonly publicKey?: string;
  readonly kid?: string;
  readonly scopes: readonly string[];
}

/** A service account as assertions are judged by it. */
export interface ServiceAccount {
  readonly email: string;
  readonly jwks: { readonly keys: readonly object[] };
  readonly scopes: readonly string[];
}

const model = 'ServiceAccount';

/** Registers (or replaces) a service account. Throws when it comes without a key. */
export function registerServiceAccount(records: Records, account: NewServiceAccount): void {
  const { email, scopes } = account;
  const kept: ServiceAccount = { email, jwks: { keys: keysOf(account) }, scopes };
  records.put({
    profile: 'google',
    model,
    id: email,
    payload: kept as unknown as AdapterPayload,
    dead: false,
  });
  // Introspection wants to know the client that a token was issued to; this one can do nothing else.
  const client = {
    client_id: email,
    token_endpoint_auth_method: 'none',
    redirect_uris: [],
    grant_types: [],
    response_types: [],
  };
  records.put({
    profile: 'strict',
    model: 'Client',
    id: email,
    payload: client as AdapterPayload,
    dead: false,
  });
}

/** The service account of this address, if there is one. */
export function serviceAccountOf(records: Records, email: string): ServiceAccount | undefined {
  return records.find('google', model, email)?.payload as unknown as ServiceAccount | undefined;
}

function keysOf({ email, jwks, publicKey, kid }: NewServiceAccount): readonly object[] {
  if (jwks) return jwks.keys;
  if (publicKey === undefined) throw new Error(`The service account ${email} needs jwks or a publicKey`);
  return [{ ...createPublicKey(publicKey).export({ format: 'jwk' }), ...(kid === undefined ? {} : { kid }) }];
}

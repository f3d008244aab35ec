import { type AdapterPayload } from 'oidc-provider';
import { readCertificate } from './certificates.js';
import { type ClientSecret } from './client-secrets.js';
import { type Records } from './records.js';

/**
 * An application to register, valid in all profiles. Without `redirectUris` every loopback address with any port and
 * path is allowed (RFC 8252 section 7.3). It signs in with any of its secrets, or by `private_key_jwt` with `jwks` or the
 * key of its `certificate` (PEM); with nothing of these it is a public client. `secretExpiresAt` is in seconds since
 * the epoch; `secrets` are further ones, for a rollover.
 */
export interface NewClient {
  readonly id: string;
  readonly secret?: string;
  readonly secretExpiresAt?: number;
  readonly secrets?: readonly ClientSecret[];
  readonly certificate?: string;
  readonly name?: string;
  readonly redirectUris?: readonly string[];
  readonly jwks?: { readonly keys: readonly object[] };
}

/** The clients that are there from the start: the one of the demo, and Dovecot's for introspection. */
export const demoClients: readonly NewClient[] = [
  { id: 'mailroom-demo', secret: 'mailroom-demo-secret', name: 'Mailroom demo' },
  { id: 'dovecot', secret: 'dovecot-secret', name: 'Dovecot' },
];

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/** Stands in for "any loopback address" in a client's list, because a client must have one redirect URI. */
const anyLoopback = 'http://127.0.0.1/any-loopback-address';

/** Registers (or replaces) an application in all profiles. */
export function registerClient(records: Records, client: NewClient): void {
  records.put({
    profile: 'strict',
    model: 'Client',
    id: client.id,
    payload: metadataOf(client),
    dead: false,
  });
}

/** Is this redirect URI allowed for a client with these registered ones? */
export function allowsRedirect(registered: readonly string[], uri: string): boolean {
  return registered.includes(uri) || (registered.includes(anyLoopback) && isLoopback(uri));
}

/** What the server knows of a client, and beside it all secrets and thumbprints, which are ours to check. */
function metadataOf(client: NewClient): AdapterPayload {
  const { id, name, redirectUris } = client;
  const secrets = secretsOf(client);
  const keys = keysOf(client);
  return {
    client_id: id,
    client_name: name ?? id,
    ...(secrets[0] ? { client_secret: secrets[0].value, secrets } : {}),
    ...keys,
    token_endpoint_auth_method: secrets[0] ? 'client_secret_basic' : keys.jwks ? 'private_key_jwt' : 'none',
    redirect_uris: redirectUris ?? [anyLoopback],
    grant_types: [
      'authorization_code',
      'refresh_token',
      deviceGrant,
      ...(secrets[0] || keys.jwks ? ['client_credentials'] : []),
    ],
    response_types: ['code'],
  };
}

function secretsOf({ secret, secretExpiresAt = 0, secrets = [] }: NewClient): ClientSecret[] {
  return [...(secret === undefined ? [] : [{ value: secret, expiresAt: secretExpiresAt }]), ...secrets];
}

function keysOf({ jwks, certificate }: NewClient): Partial<Pick<AdapterPayload, 'jwks' | 'thumbprints'>> {
  if (certificate === undefined) return jwks ? { jwks: jwks as NonNullable<AdapterPayload['jwks']> } : {};
  const { key, thumbprint } = readCertificate(certificate);
  return { jwks: { keys: [key as never, ...((jwks?.keys ?? []) as never[])] }, thumbprints: [thumbprint] };
}

function isLoopback(uri: string): boolean {
  const { protocol, hostname } = URL.parse(uri) ?? {};
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname ?? '');
}

import { type AdapterPayload } from 'oidc-provider';
import { type Records } from './records.js';

/**
 * An application to register, valid in all profiles. Without `redirectUris` every loopback address with any port and
 * path is allowed (RFC 8252 section 7.3). With `jwks` and no secret it signs in by `private_key_jwt`; with neither it
 * is a public client. `secretExpiresAt` is in seconds since the epoch.
 */
export interface NewClient {
  readonly id: string;
  readonly secret?: string;
  readonly secretExpiresAt?: number;
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

function metadataOf({ id, secret, secretExpiresAt, name, redirectUris, jwks }: NewClient): AdapterPayload {
  return {
    client_id: id,
    client_name: name ?? id,
    ...(secret === undefined
      ? {}
      : { client_secret: secret, client_secret_expires_at: secretExpiresAt ?? 0 }),
    ...(jwks === undefined ? {} : { jwks: jwks as NonNullable<AdapterPayload['jwks']> }),
    token_endpoint_auth_method:
      secret !== undefined ? 'client_secret_basic' : jwks ? 'private_key_jwt' : 'none',
    redirect_uris: redirectUris ?? [anyLoopback],
    grant_types: [
      'authorization_code',
      'refresh_token',
      deviceGrant,
      ...(secret !== undefined || jwks ? ['client_credentials'] : []),
    ],
    response_types: ['code'],
  };
}

function isLoopback(uri: string): boolean {
  const { protocol, hostname } = URL.parse(uri) ?? {};
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname ?? '');
}

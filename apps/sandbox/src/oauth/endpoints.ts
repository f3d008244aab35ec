import { profiles, sandboxTenant, type Profile } from './profiles.js';

/** Where a profile's endpoints are, and the scopes an application usually asks for there. */
export interface Endpoints {
  readonly issuer: string;
  readonly discovery: string;
  readonly authorization: string;
  readonly token: string;
  /** Where a device asks for its codes (RFC 8628 section 3.1). */
  readonly device: string;
  /** Where a person types the code that a device shows. */
  readonly devicePage: string;
  readonly jwks: string;
  readonly introspection: string;
  readonly revocation: string;
  /** Empty where there is none. */
  readonly userinfo: string;
  readonly scopes: readonly string[];
}

/** The endpoints of one profile. `tenant` only matters to Microsoft: `common`, `organizations`, or the sandbox's own. */
export function endpointsOf(origin: string, profile: Profile, tenant: string = sandboxTenant): Endpoints {
  const { issuerPath, routes, usual } = profiles[profile];
  const base = profile === 'microsoft' ? `${origin}/${tenant}` : origin;
  const at = (name: string, plain: string): string => base + (routes[name] ?? plain);
  return {
    issuer: origin + issuerPath,
    discovery: metadataOf(profile, origin + issuerPath, base),
    authorization: at('authorization', '/auth'),
    token: at('token', '/token'),
    device: at('device_authorization', '/device/auth'),
    devicePage: at('code_verification', '/device'),
    jwks: at('jwks', '/jwks'),
    introspection: at('introspection', '/token/introspection'),
    revocation: at('revocation', '/token/revocation'),
    userinfo: profile === 'plain' ? '' : at('userinfo', '/me'),
    scopes: usual,
  };
}

function metadataOf(profile: Profile, issuer: string, base: string): string {
  if (profile === 'plain') return `${issuer}/.well-known/oauth-authorization-server`;
  return `${profile === 'microsoft' ? `${base}/v2.0` : issuer}/.well-known/openid-configuration`;
}

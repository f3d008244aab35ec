import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import { parameter } from './parameter.js';
import { type Profile } from './profiles.js';

/** Refuses scopes that the provider knows but gives nobody by this way. Throws `invalid_scope`. */
export function refuseScopes(profile: Profile, { oidc }: KoaContextWithOIDC): void {
  const scopes = parameter(oidc.params?.scope).split(' ');
  if (profile === 'plain' && scopes.includes('openid'))
    throw new errors.InvalidScope('there is no OpenID Connect here', 'openid');
  if (profile !== 'google' || oidc.route !== 'device_authorization') return;
  // Google gives devices little more than their owner's name (its page on limited-input devices, "Allowed scopes").
  const mail = scopes.find((scope) => scope === 'https://mail.google.com/');
  if (mail !== undefined)
    throw new errors.CustomOIDCProviderError('invalid_scope', `Invalid device flow scope: ${mail}`);
}

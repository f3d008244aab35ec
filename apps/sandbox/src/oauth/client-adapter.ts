import { Provider, type Adapter, type AdapterPayload } from 'oidc-provider';
import { type Profile } from './profiles.js';
import { type Records } from './records.js';

/**
 * The applications as one profile sees them. Microsoft and Google ask nobody for a secret where a device gets its codes;
 * by the book (RFC 8628 section 3.1) a confidential client signs in there as anywhere. Who has secrets and keys may use
 * either, which the server alone would not allow.
 */
export function clientAdapter(profile: Profile, records: Records): Adapter {
  const clients = records.adapter(profile, 'Client', false);
  return {
    ...clients,
    find: async (id) => {
      const client = await clients.find(id);
      if (client && trustsDevices(profile) && asksWithoutSecret()) return signingInBy('none', client);
      return client?.jwks && showsAssertion() ? signingInBy('private_key_jwt', client) : client;
    },
  };
}

function trustsDevices(profile: Profile): boolean {
  return profile === 'microsoft' || profile === 'google';
}

function asksWithoutSecret(): boolean {
  const { oidc, headers } = Provider.ctx ?? {};
  if (oidc?.route !== 'device_authorization') return false;
  return !headers?.authorization && !oidc.params?.client_secret && !oidc.params?.client_assertion;
}

function showsAssertion(): boolean {
  return Boolean(Provider.ctx?.oidc?.params?.client_assertion);
}

function signingInBy(method: 'none' | 'private_key_jwt', client: AdapterPayload): AdapterPayload {
  return { ...client, token_endpoint_auth_method: method };
}

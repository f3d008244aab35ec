import { type Egress } from '@mailroom/kernel';
import { requireSafeEndpoint } from '../token-endpoint/safe-endpoint.js';
import { type ClientSettings } from './oauth-client.js';

const ENDPOINTS = [
  'authorizationEndpoint',
  'tokenEndpoint',
  'refreshEndpoint',
  'revocationEndpoint',
  'deviceEndpoint',
] as const;

/** Lets settings pass whose endpoints may carry secrets. Problems of `requireSafeEndpoint`, with the field at fault. */
export async function requireSafeEndpoints(
  egress: Egress,
  settings: Pick<ClientSettings, (typeof ENDPOINTS)[number]>,
): Promise<void> {
  for (const field of ENDPOINTS) {
    const endpoint = settings[field];
    if (endpoint !== null) await requireSafeEndpoint(egress, endpoint, field);
  }
}

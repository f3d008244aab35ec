import { Secret, type SecretBox } from '@mailroom/kernel';
import { oauthProblem } from '../oauth-problems.js';
import { originOf } from './client-settings.js';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Where a client's secret belongs: this client, and the origin that it may be sent to. */
interface SecretPlace {
  readonly id: string;
  readonly tokenEndpoint: string;
}

/**
 * The typed secret, sealed. Problem `secret-id-pasted` for a GUID at Microsoft: the portal shows the ID of a secret
 * beside its value, and only the value is a secret.
 */
export function sealClientSecret(
  box: SecretBox,
  place: SecretPlace,
  template: string,
  secret: string,
): string {
  if (template === 'microsoft-365' && GUID.test(secret))
    throw oauthProblem('secret-id-pasted', { field: 'secret' });
  return box.seal(Secret.of(secret), boundTo(place));
}

/** The secret, or null for a client without one. Problem `secret-unreadable`. */
export function openClientSecret(
  box: SecretBox,
  client: SecretPlace & { readonly sealedSecret: string | null },
): Secret | null {
  return client.sealedSecret === null ? null : box.open(client.sealedSecret, boundTo(client));
}

function boundTo({ id, tokenEndpoint }: SecretPlace): string {
  return `oauth_client:${id}:secret:${originOf(tokenEndpoint)}`;
}

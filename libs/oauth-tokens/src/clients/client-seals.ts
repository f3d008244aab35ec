import { Secret, type SecretBox } from '@mailroom/kernel';
import { oauthProblem } from '../oauth-problems.js';
import { originOf } from './origin-of.js';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Where what a client proves itself with belongs: this client, and the origin that it may be sent to. */
export interface ClientPlace {
  readonly id: string;
  readonly tokenEndpoint: string;
}

/** Where Microsoft's clouds sign people in, whatever template a client was made from. */
const MICROSOFT = /^login\.(microsoftonline\.(com|us)|partner\.microsoftonline\.cn|windows\.net)$/;

/**
 * The typed secret, sealed. Problem `secret-id-pasted` for a GUID at Microsoft: the portal shows the ID of a secret
 * beside its value, and only the value is a secret.
 */
export function sealClientSecret(
  box: SecretBox,
  place: ClientPlace,
  provider: string,
  secret: string,
): string {
  const microsoft = provider === 'microsoft' || MICROSOFT.test(new URL(place.tokenEndpoint).hostname);
  if (microsoft && GUID.test(secret)) throw oauthProblem('secret-id-pasted', { field: 'secret' });
  return box.seal(Secret.of(secret), secretPlace(place));
}

/** Problem `secret-unreadable`. */
export function openClientSecret(box: SecretBox, place: ClientPlace, sealed: string): Secret {
  return box.open(sealed, secretPlace(place));
}

/** A private key in PEM, sealed. */
export function sealPrivateKey(box: SecretBox, place: ClientPlace, key: Secret): string {
  return box.seal(key, privateKeyPlace(place));
}

/** Problem `secret-unreadable`. */
export function openPrivateKey(box: SecretBox, place: ClientPlace, sealed: string): Secret {
  return box.open(sealed, privateKeyPlace(place));
}

/** What secrets of this client are sealed for. */
export function secretPlace({ id, tokenEndpoint }: ClientPlace): string {
  return `oauth_client:${id}:secret:${originOf(tokenEndpoint)}`;
}

/** What the private key of this client is sealed for. */
export function privateKeyPlace({ id, tokenEndpoint }: ClientPlace): string {
  return `oauth_client:${id}:private-key:${originOf(tokenEndpoint)}`;
}

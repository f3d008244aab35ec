import { type ClientFlow } from '../clients/oauth-client.js';
import { type TokenFailure } from './token-failure.js';

/**
 * A failure of a flow in which nobody consents: there is no grant that could be dead and nobody to sign in again.
 * `invalid_grant` is then a mailbox that the service account may not speak for, or that does not exist, and
 * `unauthorized_client` a delegation that is missing (developers.google.com, "Using OAuth 2.0 for Server to Server
 * Applications"): an administrator of the provider has to act.
 */
export function withoutConsent(flow: ClientFlow, failure: TokenFailure): TokenFailure {
  if (flow === 'authorization-code') return failure;
  const undelegated = flow === 'jwt-bearer' && failure.code === 'unauthorized_client';
  return failure.class === 'reconnect' || undelegated ? { ...failure, class: 'ask-admin' } : failure;
}

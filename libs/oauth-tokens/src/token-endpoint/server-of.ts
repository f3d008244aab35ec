import { allowInsecureRequests, Configuration, customFetch, type ClientAuth } from 'openid-client';
import { type ClientAccess } from '../clients/client-access.js';
import { type Wire } from './wire.js';

/** The provider of a client as openid-client wants it: token requests go to `endpoint`, and everything over `wire`. */
export function serverOf(
  client: ClientAccess,
  endpoint: string,
  wire: Wire,
  authentication: ClientAuth,
): Configuration {
  const { tokenEndpoint, revocationEndpoint, deviceEndpoint, issuer } = client;
  const metadata = {
    issuer: issuer ?? new URL(tokenEndpoint).origin,
    token_endpoint: endpoint,
    ...(revocationEndpoint === null ? {} : { revocation_endpoint: revocationEndpoint }),
    ...(deviceEndpoint === null ? {} : { device_authorization_endpoint: deviceEndpoint }),
  };
  const server = new Configuration(metadata, client.clientId, {}, authentication);
  server[customFetch] = wire.fetch;
  // The wire lets plain http pass for private addresses only.
  allowInsecureRequests(server);
  return server;
}

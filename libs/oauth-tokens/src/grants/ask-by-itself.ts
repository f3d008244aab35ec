import { type ClientAccess } from '../clients/client-access.js';
import { type ClientFlow } from '../clients/oauth-client.js';
import { type TokenEndpoint } from '../token-endpoint/token-endpoint.js';
import { type TokenOutcome } from '../token-endpoint/token-outcome.js';

/** A client whose flow needs nobody's consent. */
export interface SelfReliantClient extends ClientAccess {
  readonly flow: Exclude<ClientFlow, 'authorization-code'>;
}

/** Can this client ask by itself? */
export function isSelfReliant(client: ClientAccess): client is SelfReliantClient {
  return client.flow !== 'authorization-code';
}

/** Asks for an access token without anybody's consent: as the application, or in the name of `subject`. */
export function askByItself(
  endpoint: TokenEndpoint,
  client: SelfReliantClient,
  subject: string,
): Promise<TokenOutcome> {
  switch (client.flow) {
    case 'client-credentials':
      return endpoint.clientCredentials(client);
    case 'jwt-bearer':
      return endpoint.jwtBearer(client, subject);
  }
}

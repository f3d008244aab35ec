import { type Secret } from '@mailroom/kernel';
import { type ClientAccess } from '../clients/client-access.js';
import { withOwnParameters } from './own-parameters.js';

/** How a client's token endpoint wants to be spoken to, and how it answers, where that is not as RFC 6749 says. */
export interface Dialect {
  /** The form of a request with everything in it that this provider wants besides. */
  form(standard: URLSearchParams): URLSearchParams;
  /** Standard name of a member of an answer → what this provider calls it. */
  readonly answerNames: Readonly<Record<string, string>>;
}

/** The dialect of a client's provider; `secret` is what the client proves itself with this time. */
export function dialectOf(client: ClientAccess, secret: Secret | null): Dialect {
  const { clientId, scope, tokenParameters, refreshParameters, answerNames } = client;
  return {
    answerNames,
    form: (standard) =>
      withOwnParameters(
        standard,
        standard.get('grant_type') === 'refresh_token' ? refreshParameters : tokenParameters,
        {
          clientId,
          scope,
          clientSecret: secret?.reveal() ?? null,
          redirectUri: standard.get('redirect_uri'),
          code: standard.get('code'),
          refreshToken: standard.get('refresh_token'),
        },
      ),
  };
}

/** Speaks as RFC 7009 says, because no client has words of its own for revoking. */
export const plainDialect: Dialect = { form: (standard) => standard, answerNames: {} };

import { type KoaContextWithOIDC } from 'oidc-provider';
import { parameter } from './parameter.js';
import { profiles } from './profiles.js';

type Next = () => Promise<unknown>;

const sentences: Readonly<Record<string, string>> = {
  invalid_grant: 'Token has been expired or revoked.',
  invalid_client: 'The OAuth client was not found.',
  unauthorized_client: 'Unauthorized',
  authorization_pending: 'Precondition Required',
  slow_down: 'Forbidden',
  access_denied: 'Forbidden',
};

/** Where Google's HTTP status is not the usual one; all of them answers of the device flow. */
const statuses: Readonly<Record<string, number>> = {
  authorization_pending: 428,
  slow_down: 403,
  access_denied: 403,
};

/** Rewrites what the plain server answers at the token endpoint into what Google answers, where the two differ. */
export async function speakGoogle(ctx: KoaContextWithOIDC, next: Next): Promise<void> {
  await next();
  if (ctx.path !== profiles.google.routes.token || !ctx.body) return;
  const { error, error_description, ...answer } = ctx.body as Record<string, unknown>;
  if (typeof error === 'string') {
    ctx.body = { error, error_description: sentences[error] ?? error_description };
    ctx.status = statuses[error] ?? ctx.status;
  } else if (ctx.status === 200) {
    ctx.body = withoutRepeatedRefreshToken(ctx.oidc.params?.grant_type, {
      ...answer,
      scope: fullNames(parameter(answer.scope)),
    });
  }
}

/** Google names the identity scopes by their long names in the answer, whatever was asked for. */
function fullNames(scope: string): string {
  return scope.replace(/(?<=^| )(email|profile)(?= |$)/g, 'https://www.googleapis.com/auth/userinfo.$1');
}

function withoutRepeatedRefreshToken(
  grantType: unknown,
  { refresh_token, ...answer }: Record<string, unknown>,
): Record<string, unknown> {
  return grantType === 'refresh_token' || refresh_token === undefined ? answer : { ...answer, refresh_token };
}

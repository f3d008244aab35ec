import { type KoaContextWithOIDC } from 'oidc-provider';
import { profiles } from './profiles.js';

type Next = () => Promise<unknown>;

const identityFields = /^(acr_values|claims?_|claim_types|id_token|subject_types|userinfo|end_session|jwks)/;

/** Takes out of the metadata (RFC 8414) what only makes sense where people are identified. */
export async function speakPlainly(ctx: KoaContextWithOIDC, next: Next): Promise<void> {
  await next();
  if (!ctx.path.startsWith('/.well-known/') || !ctx.body) return;
  const fields = Object.entries(ctx.body as Record<string, unknown>);
  const rest = Object.fromEntries(fields.filter(([name]) => !identityFields.test(name)));
  ctx.body = { ...rest, scopes_supported: profiles.plain.scopes };
}

import { type KoaContextWithOIDC } from 'oidc-provider';
import { microsoftError } from './aadsts.js';
import { profiles, sharedTenants } from './profiles.js';

type Next = () => Promise<unknown>;

/** Refuses client credentials that Microsoft would not even look at: without a tenant of their own, or without `.default`. */
export async function guardAppOnly(ctx: KoaContextWithOIDC, next: Next): Promise<void> {
  if (ctx.method !== 'POST' || ctx.path !== profiles.microsoft.routes.token) return void (await next());
  const form = ctx.state.form as URLSearchParams;
  const code =
    form.get('grant_type') === 'client_credentials'
      ? refusalOfAppOnly(String(ctx.req.headers['x-sandbox-tenant'] ?? ''), form.get('scope') ?? '')
      : null;
  if (code === null) return void (await next());
  const { status, body } = microsoftError(code);
  ctx.status = status;
  ctx.body = body;
}

/** The AADSTS number for client credentials at this tenant with this scope, or null when there is nothing to say. */
export function refusalOfAppOnly(tenant: string, scope: string): number | null {
  if (sharedTenants.has(tenant)) return 50194;
  const scopes = scope.split(' ').filter(Boolean);
  if (scopes.length === 0) return 900144;
  if (!scopes.every((word) => word.endsWith('/.default'))) return 1002012;
  if (scopes.length > 1) return 70011;
  return profiles.microsoft.scopes.includes(scopes[0] ?? '') ? null : 500011;
}

import { type errors, type KoaContextWithOIDC } from 'oidc-provider';
import { aadsts, microsoftError } from './aadsts.js';
import { parameter } from './parameter.js';
import { profiles, sandboxTenant, sharedTenants } from './profiles.js';
import { type Records } from './records.js';

type Next = () => Promise<unknown>;
type PlainAnswer = Record<string, unknown> & { scope?: string; expires_in: number };
type Refusal = errors.OIDCProviderError;

const { token, device_authorization: device } = profiles.microsoft.routes;

const deviceCodes: Readonly<Record<string, number>> = {
  authorization_pending: 70016,
  expired_token: 70020,
  access_denied: 65004,
};

/** Rewrites what the plain server answers into what Microsoft answers, where the two differ. */
export function speakMicrosoft(records: Records) {
  return async (ctx: KoaContextWithOIDC, next: Next): Promise<void> => {
    await next();
    if (ctx.path === token) shapeTokenAnswer(ctx, records);
    if (ctx.path === device && ctx.state.refusal) shapeRefusal(ctx, false);
    if (ctx.path.endsWith('/.well-known/openid-configuration')) shapeDiscovery(ctx);
    const location = ctx.response.get('location') ?? '';
    if (location.includes('iss=')) ctx.set('location', shapeRedirect(location));
  };
}

/** Which AADSTS number stands for a refusal of the plain server. */
export function codeOf(refusal: Refusal, revoked: boolean): number {
  const detail = refusal.error_detail ?? causeOf(refusal) ?? refusal.error_description ?? '';
  if (refusal.error === 'invalid_client') return clientCode(detail);
  if (refusal.error === 'invalid_scope') return 70011;
  if (refusal.error === 'unsupported_grant_type') return 70003;
  if (refusal.error !== 'invalid_grant') return deviceCodes[refusal.error] ?? 900144;
  if (/device code not found/.test(detail)) return 70018;
  if (/refresh token not found/.test(detail)) return revoked ? 50173 : 9002313;
  if (/refresh token is expired/.test(detail)) return 700082;
  if (/^grant (not found|is expired)/.test(detail)) return 50173;
  if (/already consumed/.test(detail)) return 54005;
  if (/expired/.test(detail)) return 70008;
  return /PKCE|code_verifier|code_challenge/i.test(detail) ? 501481 : 70000;
}

function causeOf({ cause }: Refusal): string | undefined {
  return cause instanceof Error ? cause.message : undefined;
}

function clientCode(detail: string): number {
  if (/not found/.test(detail)) return 700016;
  if (/secret is expired|secret expired/.test(detail)) return 7000222;
  if (/invalid secret/.test(detail)) return 7000215;
  if (/JWT (is )?expired|not valid yet|not active/i.test(detail)) return 700024;
  return /mechanism does not match/.test(detail) ? 7000218 : 700027;
}

function shapeTokenAnswer(ctx: KoaContextWithOIDC, records: Records): void {
  if (ctx.state.refusal) {
    const refreshToken = parameter(ctx.oidc.body?.refresh_token);
    shapeRefusal(ctx, records.find('microsoft', 'RefreshToken', refreshToken)?.dead === true);
  } else if (ctx.status === 200) {
    ctx.body = withTheirFields(ctx.body as PlainAnswer);
  }
}

function shapeRefusal(ctx: KoaContextWithOIDC, revoked: boolean): void {
  const { status, body } = microsoftError(codeOf(ctx.state.refusal as Refusal, revoked));
  ctx.body = body;
  ctx.status = status;
}

/** Microsoft adds a second lifetime, never repeats offline_access, and names no scope to an application on its own. */
function withTheirFields({ scope, expires_in, ...rest }: PlainAnswer): Record<string, unknown> {
  const granted = (scope ?? '').split(' ').filter((word) => word !== 'offline_access');
  const named = rest.id_token || rest.refresh_token || granted.some((word) => !word.endsWith('/.default'));
  return { ...(named ? { scope: granted.join(' ') } : {}), expires_in, ext_expires_in: expires_in, ...rest };
}

/** A shared tenant's document names a template as the issuer; Microsoft answers requests without `iss` (RFC 9207). */
function shapeDiscovery(ctx: KoaContextWithOIDC): void {
  const {
    issuer,
    authorization_response_iss_parameter_supported: _,
    ...rest
  } = ctx.body as { issuer: string } & Record<string, unknown>;
  const tenant = String(ctx.req.headers['x-sandbox-tenant'] ?? sandboxTenant);
  ctx.body = {
    ...rest,
    issuer: sharedTenants.has(tenant) ? issuer.replace(sandboxTenant, '{tenantid}') : issuer,
  };
}

function shapeRedirect(location: string): string {
  const url = URL.parse(location);
  if (!url) return location;
  url.searchParams.delete('iss');
  if (url.searchParams.get('error') === 'access_denied') {
    url.searchParams.set('error_subcode', 'cancel');
    url.searchParams.set('error_description', aadsts(65004, 'User declined to consent to access the app.'));
  }
  return url.href;
}

import { createHash, createPrivateKey, randomUUID, sign, type KeyObject } from 'node:crypto';
import {
  type AccessToken,
  type ClientCredentials,
  type JWKS,
  type KoaContextWithOIDC,
  type Provider,
} from 'oidc-provider';
import { type People } from '../mail/people.js';
import { asGuid, claimsOf } from './accounts.js';
import { peekForm, putBackForm } from './peek-form.js';
import { appRoles, profiles, sandboxTenant } from './profiles.js';

type Token = AccessToken | ClientCredentials;

/** What names the token here and lets its text pass where the server takes no JWT. */
const mark = 'jwt~';

/**
 * From now on the access tokens of this provider read as Microsoft's do: signed JWTs, whose claims tell for which
 * resource, application and person they are. To the server they stay opaque, so they can still be introspected.
 */
export function issueAsJwt(provider: Provider, people: People, jwks: JWKS): void {
  const [jwk] = jwks.keys;
  const key = createPrivateKey({ key: jwk as never, format: 'jwk' });
  for (const { prototype } of [provider.AccessToken, provider.ClientCredentials]) {
    const named = prototype as unknown as { generateTokenId: (this: Token) => string };
    const usual = named.generateTokenId;
    named.generateTokenId = function () {
      const uti = usual.call(this);
      return signed({ ...claimsOfToken(this, people, provider.issuer), uti }, String(jwk?.kid), key);
    };
  }
}

/** Lets JWTs be introspected and revoked, which the server refuses by their looks. */
export async function admitJwts(ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> {
  const { introspection, revocation } = profiles.microsoft.routes;
  if (ctx.method === 'POST' && [introspection, revocation].includes(ctx.path)) {
    const form = await peekForm(ctx.req);
    const token = form.get('token') ?? '';
    if (token.split('.').length === 3) form.set('token', mark + token);
    putBackForm(ctx.req, form);
  }
  await next();
}

/** The name of a token, whether it was marked on its way in or not. */
export function unmarked(id: string): string {
  return id.startsWith(mark) ? id.slice(mark.length) : id;
}

function claimsOfToken(token: Token, people: People, issuer: string): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  const scopes = (token.scope ?? '').split(' ').filter((scope) => scope.startsWith('https://'));
  const aud = URL.parse(scopes[0] ?? '')?.origin ?? '00000003-0000-0000-c000-000000000000';
  const common = { aud, iss: issuer, iat: now, nbf: now, exp: now + token.expiration, tid: sandboxTenant };
  const appid = token.clientId ?? '';
  const person = 'accountId' in token && token.accountId ? people.byId(token.accountId) : undefined;
  if (!person) {
    const oid = asGuid(createHash('sha256').update(appid).digest('hex'));
    return { ...common, appid, idtyp: 'app', oid, sub: oid, roles: appRoles, ver: '1.0' };
  }
  const { sub, oid = '', name } = claimsOf(person, 'microsoft');
  const scp = scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1)).join(' ');
  return { ...common, appid, idtyp: 'user', oid, sub, name, upn: person.address, scp, ver: '1.0' };
}

function signed(claims: object, kid: string, key: KeyObject): string {
  const parts = [
    { alg: 'RS256', typ: 'JWT', kid },
    { ...claims, jti: randomUUID() },
  ];
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
}

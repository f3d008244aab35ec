import { sandboxTenant, type Profile } from './profiles.js';

/** Which provider a URL belongs to, the URL it knows, and the one it is to show in its own links. */
export interface Route {
  readonly profile: Profile;
  readonly url: string;
  readonly originalUrl: string;
  readonly tenant: string;
}

/** Where RFC 8414 section 3.1 looks for the metadata of an issuer with a path. */
const plainMetadata = '/.well-known/oauth-authorization-server/plain';

/**
 * Microsoft's paths start with a tenant, Google's with `/google` or `/o/oauth2`, the plain provider's with `/plain`; the
 * rest is the strict provider's.
 */
export function routeOf(url: string): Route {
  const [path = '/', query] = url.split(/(?=\?)/, 2);
  const microsoft = /^\/([^/]+)(\/(?:oauth2\/v2\.0|discovery\/v2\.0|oidc)\/.*)$/.exec(path);
  if (microsoft) return mounted('microsoft', microsoft[1], microsoft[2], query);
  const metadata = /^\/([^/]+)\/v2\.0(\/\.well-known\/openid-configuration)$/.exec(path);
  if (metadata) return mounted('microsoft', metadata[1], metadata[2], query);
  if (path.startsWith('/google/.well-known/')) return unmounted('google', url.slice('/google'.length));
  if (path.startsWith('/google/') || path.startsWith('/o/oauth2/')) return unmounted('google', url);
  if (path === '/plain/.well-known/oauth-authorization-server' || path === plainMetadata)
    return unmounted('plain', '/.well-known/oauth-authorization-server');
  if (path.startsWith('/plain/')) return unmounted('plain', url);
  return unmounted('strict', url);
}

function mounted(profile: Profile, tenant = sandboxTenant, path = '/', query = ''): Route {
  return { profile, url: path + query, originalUrl: `/${tenant}${path}${query}`, tenant };
}

function unmounted(profile: Profile, url: string): Route {
  return { profile, url, originalUrl: url, tenant: '' };
}

/**
 * The same authorization request in words the server knows: it always asks who you are, so choosing an account is no
 * special wish; and it keeps `offline_access` only when consent is asked for (OpenID Connect Core section 11).
 */
export function withKnownPrompts(url: string): string {
  const request = new URL(url, 'http://sandbox.invalid');
  const asked = (request.searchParams.get('prompt') ?? '')
    .split(' ')
    .filter((word) => word && word !== 'select_account');
  const offline = (request.searchParams.get('scope') ?? '').split(' ').includes('offline_access');
  const prompts = new Set(offline && !asked.includes('none') ? [...asked, 'consent'] : asked);
  request.searchParams.delete('prompt');
  if (prompts.size > 0) request.searchParams.set('prompt', [...prompts].join(' '));
  return request.pathname + request.search;
}

import { type ClientTemplate } from '../providers/client-template.js';
import { oauthProblem } from '../oauth-problems.js';
import { type ClientChanges, type NewClient } from './client-input.js';
import { type OAuthClient } from './oauth-client.js';

/** Everything of a client that an admin decides, except what it proves itself with. */
export type ClientSettings = Omit<
  OAuthClient,
  | 'id'
  | 'sealedPrivateKey'
  | 'certificate'
  | 'certificateExpiresAt'
  | 'signingAlgorithm'
  | 'keyId'
  | 'failures'
  | 'failureCode'
  | 'failureClass'
  | 'failureAt'
  | 'notBefore'
  | 'createdAt'
  | 'updatedAt'
  | 'updatedBy'
>;

/** What a metadata document says of a provider (RFC 8414, OpenID Connect Discovery 1.0). */
export type Discovered = Pick<
  ClientSettings,
  | 'authorizationEndpoint'
  | 'tokenEndpoint'
  | 'revocationEndpoint'
  | 'deviceEndpoint'
  | 'issuer'
  | 'clientAuthentication'
>;

/** The requests carry these by themselves. */
const RESERVED = new Set([
  'client_id',
  'client_secret',
  'redirect_uri',
  'response_type',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'request',
  'request_uri',
  'login_hint',
]);

/** A new client: what was typed, over what was discovered, over the template. Problem `endpoint-missing`. */
export function newSettings(
  template: ClientTemplate,
  input: NewClient,
  discovered: Partial<Discovered> = {},
): ClientSettings {
  const tenant = template.defaultTenant === null ? null : (input.tenant ?? template.defaultTenant);
  const base: ClientSettings = {
    name: input.name,
    template: template.id,
    flow: template.flow,
    clientId: input.clientId,
    secretWarningDays: [30, 14, 7, 3, 1],
    tenant,
    projectId: null,
    refreshEndpoint: null,
    scope: template.scope,
    extraParameters: {},
    tokenParameters: {},
    refreshParameters: {},
    answerNames: {},
    clientAuthentication: template.clientAuthentication,
    validity: 'valid',
    notifyOnExpiredToken: false,
    notifyOnExpiredRefreshToken: true,
    ...templateEndpoints(template, tenant),
    ...discovered,
  };
  return checked(applied(base, input), template);
}

/** A client after these changes. A new tenant moves endpoints that are still the template's. */
export function changedSettings(
  template: ClientTemplate,
  now: ClientSettings,
  changes: ClientChanges,
): ClientSettings {
  const tenant = template.defaultTenant === null ? null : (changes.tenant ?? now.tenant);
  const untouched = templateEndpoints(template, now.tenant);
  const ownEndpoints =
    now.authorizationEndpoint !== untouched.authorizationEndpoint ||
    now.tokenEndpoint !== untouched.tokenEndpoint;
  const moved = ownEndpoints ? {} : templateEndpoints(template, tenant);
  const issuer = 'issuer' in moved && now.issuer !== untouched.issuer ? { issuer: now.issuer } : {};
  return checked(applied({ ...now, ...moved, ...issuer, tenant }, changes), template);
}

function templateEndpoints(template: ClientTemplate, tenant: string | null) {
  const fill = (url: string): string => url.replace('{tenant}', encodeURIComponent(tenant ?? ''));
  return {
    authorizationEndpoint:
      template.authorizationEndpoint === null ? null : fill(template.authorizationEndpoint),
    tokenEndpoint: fill(template.tokenEndpoint),
    revocationEndpoint: template.revocationEndpoint,
    deviceEndpoint: template.deviceEndpoint === null ? null : fill(template.deviceEndpoint),
    issuer: template.issuer,
  };
}

function applied(base: ClientSettings, changes: ClientChanges): ClientSettings {
  const { secret: _, secretExpiresAt: __, tenant: ___, ...typed } = changes;
  const given = Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => name in base && value !== undefined),
  );
  return { ...base, ...given };
}

function checked(settings: ClientSettings, template: ClientTemplate): ClientSettings {
  const missing = (['authorizationEndpoint', 'tokenEndpoint'] as const).find((name) => settings[name] === '');
  if (missing) throw oauthProblem('endpoint-missing', { field: missing });
  const reserved = Object.keys(settings.extraParameters).find((name) => RESERVED.has(name));
  if (reserved) {
    throw oauthProblem('parameter-reserved', { field: 'extraParameters', params: { name: reserved } });
  }
  return withOwnIssuer(settings, template);
}

// Somebody else's token endpoint has not the template's issuer and revokes nothing there.
function withOwnIssuer(settings: ClientSettings, template: ClientTemplate): ClientSettings {
  const theirs = templateEndpoints(template, settings.tenant);
  const foreign =
    theirs.tokenEndpoint !== '' && originOf(settings.tokenEndpoint) !== originOf(theirs.tokenEndpoint);
  if (!foreign) return settings;
  const { issuer, revocationEndpoint } = settings;
  return {
    ...settings,
    issuer: issuer === theirs.issuer ? null : issuer,
    revocationEndpoint: revocationEndpoint === theirs.revocationEndpoint ? null : revocationEndpoint,
  };
}

/** Scheme, host and port of a URL: what a secret is bound to. */
export function originOf(url: string): string {
  return new URL(url).origin;
}

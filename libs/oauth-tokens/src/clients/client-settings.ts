import { oauthProblem } from '../oauth-problems.js';
import { type ClientTemplate } from '../providers/client-template.js';
import { checkSettings } from './check-settings.js';
import { type ClientChanges, type NewClient, USUAL_WARNING_DAYS } from './client-input.js';
import { type ClientFlow, type ClientSettings } from './oauth-client.js';
import { originOf } from './origin-of.js';

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

/**
 * A new client: what was typed, over what was discovered, over the template. Problems `flow-fixed`, and those of
 * `checkSettings`.
 */
export function newSettings(
  template: ClientTemplate,
  input: NewClient,
  discovered: Partial<Discovered> = {},
): ClientSettings {
  return settled(typedSettings(template, input, discovered), template);
}

/** The same before `checkSettings`. Problem `flow-fixed`. */
export function typedSettings(
  template: ClientTemplate,
  input: NewClient,
  discovered: Partial<Discovered> = {},
): ClientSettings {
  const flow = flowOf(template, input.flow);
  const tenant = template.tenancy === 'none' ? null : (input.tenant ?? template.defaultTenant);
  const endpoints = { ...templateEndpoints(template, tenant), ...discovered };
  const consents = flow === 'authorization-code';
  const base: ClientSettings = {
    name: input.name,
    template: template.id,
    flow,
    clientId: input.clientId ?? '',
    secretWarningDays: [...USUAL_WARNING_DAYS],
    tenant,
    projectId: null,
    refreshEndpoint: null,
    callbackAlias: null,
    identity: consents ? template.identity : 'none',
    scope: template.scope,
    extraParameters: {},
    tokenParameters: {},
    refreshParameters: {},
    answerNames: {},
    mailHosts: [],
    personalServers: false,
    submission: null,
    clientAuthentication: template.clientAuthentication,
    validity: 'valid',
    notifyOnExpiredToken: false,
    notifyOnExpiredRefreshToken: true,
    ...endpoints,
    authorizationEndpoint: consents ? endpoints.authorizationEndpoint : null,
  };
  return applied(base, input);
}

/** A client after these changes. A new tenant moves endpoints that are still the template's. */
export function changedSettings(
  template: ClientTemplate,
  now: ClientSettings,
  changes: ClientChanges,
): ClientSettings {
  return settled(alteredSettings(template, now, changes), template);
}

/** The same before `checkSettings`. */
export function alteredSettings(
  template: ClientTemplate,
  now: ClientSettings,
  changes: ClientChanges,
): ClientSettings {
  const tenant = template.tenancy === 'none' ? null : (changes.tenant ?? now.tenant);
  return applied({ ...now, ...movedEndpoints(template, now, tenant), tenant }, changes);
}

function flowOf(template: ClientTemplate, typed: ClientFlow | undefined): ClientFlow {
  if (typed === undefined || typed === template.flow) return template.flow;
  if (template.leavesOpen.includes('flow')) return typed;
  throw oauthProblem('flow-fixed', { field: 'flow', params: { flow: template.flow } });
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

// Each endpoint that still is the template's goes along to another tenant; one that somebody typed stays.
function movedEndpoints(
  template: ClientTemplate,
  now: ClientSettings,
  tenant: string | null,
): Partial<Discovered> {
  const [here, there] = [templateEndpoints(template, now.tenant), templateEndpoints(template, tenant)];
  const names = ['authorizationEndpoint', 'tokenEndpoint', 'deviceEndpoint'] as const;
  return Object.fromEntries(
    names.filter((name) => now[name] === here[name]).map((name) => [name, there[name]]),
  );
}

function applied(base: ClientSettings, changes: ClientChanges): ClientSettings {
  const { secret: _, secretExpiresAt: __, serviceAccountKey: ___, tenant: ____, ...typed } = changes;
  const given = Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => name in base && value !== undefined),
  );
  return { ...base, ...given };
}

function settled(settings: ClientSettings, template: ClientTemplate): ClientSettings {
  checkSettings(settings, template);
  return withOwnIssuer(settings, template);
}

// Somebody else's token endpoint has not the template's issuer, revokes nothing there and knows none of its devices.
function withOwnIssuer(settings: ClientSettings, template: ClientTemplate): ClientSettings {
  const theirs = templateEndpoints(template, settings.tenant);
  const foreign =
    theirs.tokenEndpoint !== '' && originOf(settings.tokenEndpoint) !== originOf(theirs.tokenEndpoint);
  if (!foreign) return settings;
  const own = (name: 'issuer' | 'revocationEndpoint' | 'deviceEndpoint') =>
    settings[name] === theirs[name] ? null : settings[name];
  return {
    ...settings,
    issuer: own('issuer'),
    revocationEndpoint: own('revocationEndpoint'),
    deviceEndpoint: own('deviceEndpoint'),
  };
}

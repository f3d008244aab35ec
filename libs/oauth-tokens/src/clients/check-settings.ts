import { oauthProblem } from '../oauth-problems.js';
import { submissionHost } from '../hosts/submission-host.js';
import { type ClientTemplate } from '../providers/client-template.js';
import { checkScope } from '../scope/check-scope.js';
import { reservedParameter } from '../token-endpoint/own-parameters.js';
import { type ClientSettings } from './oauth-client.js';
import { originOf } from './origin-of.js';

/** Names that stand for many tenants at Microsoft, so that nobody's mailbox can be meant by them. */
export const MANY_TENANTS: ReadonlySet<string> = new Set(['common', 'organizations', 'consumers']);

/**
 * Lets settings pass that can work. Problems, each with the field at fault: `tenant-required`, `endpoint-missing`,
 * `endpoint-not-for-flow`, `refresh-endpoint-elsewhere`, `identity-fixed`, `parameter-reserved` (`name`),
 * `personal-needs-identity`, `personal-needs-host`, and the faults of a scope: `scope-mixes-resources`, `scope-mixes-default`, `scope-not-default`.
 */
export function checkSettings(settings: ClientSettings, template: ClientTemplate): void {
  for (const rule of settingsRules) rule(settings, template);
}

/** The rules of `checkSettings`, each about fields of its own. */
export const settingsRules: readonly ((settings: ClientSettings, template: ClientTemplate) => void)[] = [
  checkTenant,
  checkEndpoints,
  checkIdentity,
  checkParameters,
  checkPersonal,
  refuseFaultyScope,
];

function checkTenant({ tenant }: ClientSettings, { tenancy }: ClientTemplate): void {
  if (tenancy === 'concrete' && (tenant === null || MANY_TENANTS.has(tenant.toLowerCase())))
    throw oauthProblem('tenant-required', { field: 'tenant', params: { tenant } });
}

function checkEndpoints(settings: ClientSettings): void {
  const { flow, authorizationEndpoint, tokenEndpoint, refreshEndpoint } = settings;
  const consents = flow === 'authorization-code';
  if (consents && !authorizationEndpoint)
    throw oauthProblem('endpoint-missing', { field: 'authorizationEndpoint' });
  if (!consents && authorizationEndpoint)
    throw oauthProblem('endpoint-not-for-flow', { field: 'authorizationEndpoint' });
  if (tokenEndpoint === '') throw oauthProblem('endpoint-missing', { field: 'tokenEndpoint' });
  if (refreshEndpoint !== null && originOf(refreshEndpoint) !== originOf(tokenEndpoint)) {
    const params = { host: new URL(tokenEndpoint).host };
    throw oauthProblem('refresh-endpoint-elsewhere', { field: 'refreshEndpoint', params });
  }
}

function checkIdentity({ flow, identity }: ClientSettings, template: ClientTemplate): void {
  const fixed = flow === 'authorization-code' ? template.identity : 'none';
  const open = flow === 'authorization-code' && template.leavesOpen.includes('identity');
  if (!open && identity !== fixed) throw oauthProblem('identity-fixed', { field: 'identity' });
}

function checkParameters(settings: ClientSettings): void {
  for (const field of ['extraParameters', 'tokenParameters', 'refreshParameters'] as const) {
    const name = reservedParameter(field, settings[field]);
    if (name !== undefined) throw oauthProblem('parameter-reserved', { field, params: { name } });
  }
}

// Whoever connects a mailbox of their own says neither who they are nor where mail leaves: the client has to know both.
function checkPersonal(settings: ClientSettings): void {
  if (!settings.personalServers) return;
  if (settings.identity !== 'id-token')
    throw oauthProblem('personal-needs-identity', { field: 'personalServers' });
  if (submissionHost(settings) === null)
    throw oauthProblem('personal-needs-host', {
      field: 'submission',
      params: { host: settings.submission?.host ?? null },
    });
}

function refuseFaultyScope(settings: ClientSettings, template: ClientTemplate): void {
  const fault = checkScope(settings, template).find(({ severity }) => severity === 'error');
  if (fault?.severity === 'error') throw oauthProblem(fault.code, { field: 'scope', params: fault.params });
}

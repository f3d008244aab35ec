import { type ClientTemplate } from '../providers/client-template.js';
import { MANY_TENANTS } from './check-settings.js';

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const DOMAIN = /^([a-z0-9-]+\.)+[a-z]{2,}$/i;
const GOOGLE = /^\d+-\w+\.apps\.googleusercontent\.com$/;

/** What may be in the wrong field. */
export const identifierDoubts = ['client-id-unusual', 'tenant-unusual'] as const;

/** An identifier that does not look like the provider's. */
export interface UnusualIdentifier {
  readonly severity: 'warning';
  readonly field: 'clientId' | 'tenant';
  readonly code: (typeof identifierDoubts)[number];
  readonly params: Record<string, never>;
}

interface Identified {
  readonly clientId?: string | undefined;
  readonly tenant?: string | undefined;
  readonly tokenEndpoint?: string | undefined;
}

/**
 * What stands in the wrong field, judged by how the provider's identifiers look: warnings `client-id-unusual` and
 * `tenant-unusual`. Says nothing where the client goes to other endpoints than the template's.
 */
export function unusualIdentifiers(
  { clientId, tenant, tokenEndpoint }: Identified,
  template: ClientTemplate,
): UnusualIdentifier[] {
  if (tokenEndpoint !== undefined && tokenEndpoint !== template.tokenEndpoint) return [];
  const isUsual = usualClientId(template);
  return [
    ...(clientId === undefined || isUsual(clientId) ? [] : [warning('clientId', 'client-id-unusual')]),
    ...(tenant === undefined || isUsualTenant(tenant, template) ? [] : [warning('tenant', 'tenant-unusual')]),
  ];
}

function usualClientId({ provider, flow }: ClientTemplate): (clientId: string) => boolean {
  if (provider === 'microsoft') return (clientId) => GUID.test(clientId);
  if (provider === 'google' && flow === 'authorization-code') return (clientId) => GOOGLE.test(clientId);
  return () => true;
}

function isUsualTenant(tenant: string, { provider }: ClientTemplate): boolean {
  if (provider !== 'microsoft') return true;
  return GUID.test(tenant) || DOMAIN.test(tenant) || MANY_TENANTS.has(tenant.toLowerCase());
}

function warning(field: UnusualIdentifier['field'], code: UnusualIdentifier['code']): UnusualIdentifier {
  return { severity: 'warning', field, code, params: {} };
}

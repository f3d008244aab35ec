import { type Provider } from '../providers/client-template.js';

/** Words of OpenID Connect (Core section 5.4 and 11): about the person, whatever else the token opens. */
const IDENTITY = new Set(['openid', 'profile', 'email', 'offline_access', 'address', 'phone']);

/** Names of one and the same resource: either is taken, and a token is for both. */
const EXCHANGE = new Set(['outlook.office.com', 'outlook.office365.com']);
const GRAPH = new Set([
  'graph.microsoft.com',
  'graph.microsoft.us',
  'dod-graph.microsoft.us',
  'microsoftgraph.chinacloudapi.cn',
]);
const OTHER_EXCHANGE = new Set(['outlook.office365.us', 'outlook-dod.office365.us', 'partner.outlook.cn']);

/** Names of resources as sentences say them. */
export const EXCHANGE_ONLINE = 'Exchange Online';
export const MICROSOFT_GRAPH = 'Microsoft Graph';

/**
 * What a word of a scope belongs to, as people call it; null for words of identity, and where a provider does not divide
 * its scopes. At Microsoft a word without an address is Graph's (learn.microsoft.com, "Scopes and permissions").
 */
export function resourceOf(word: string, provider: Provider): string | null {
  if (IDENTITY.has(word)) return null;
  const host = hostOf(word);
  if (host === null) return provider === 'microsoft' ? MICROSOFT_GRAPH : null;
  if (EXCHANGE.has(host)) return EXCHANGE_ONLINE;
  if (GRAPH.has(host)) return MICROSOFT_GRAPH;
  if (provider === 'microsoft' || OTHER_EXCHANGE.has(host)) return host;
  return null;
}

/** The address that a word begins with, or null. */
export function hostOf(word: string): string | null {
  const [, host] = /^(?:https?|api):\/\/([^/]+)\//i.exec(word) ?? [];
  return host?.toLowerCase() ?? null;
}

/** Asks for everything that was granted to the application at a resource. */
export function isDefault(word: string): boolean {
  return /(^|\/)\.default$/i.test(word);
}

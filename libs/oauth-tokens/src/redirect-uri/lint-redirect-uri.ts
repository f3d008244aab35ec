import { type Provider } from '../providers/client-template.js';

/** What a provider has against a redirect URI. */
export const redirectFaults = [
  'redirect-not-https',
  'redirect-raw-address',
  'redirect-docker-host',
  'redirect-private-domain',
  'redirect-too-long',
  'redirect-characters',
  'redirect-user-name',
  'redirect-fragment',
  'redirect-upper-case',
] as const;
export type RedirectFault = (typeof redirectFaults)[number];

/** One thing about a redirect URI; `warning` for what is allowed and goes wrong easily. */
export interface RedirectFinding {
  readonly severity: 'error' | 'warning';
  readonly code: RedirectFault;
  readonly params: Readonly<Record<string, string | number>>;
}

// learn.microsoft.com, "Redirect URI restrictions and limitations"; developers.google.com, "Redirect URI validation
// rules"; the others follow RFC 9700 section 2.1.
const LONGEST = 256;
const FORBIDDEN = /[!$'(),;*<>"\\^`{|}\s]/;

/**
 * Top-level names that nobody can own (RFC 6761, RFC 6762, RFC 2606, RFC 8375, RFC 9476, ICANN's `internal`) or that only
 * private networks use. The public suffix list knows more; what it lacks besides these is refused by Google alone.
 */
const PRIVATE = new Set(
  'test example invalid localhost local onion alt internal intranet lan home corp private localdomain arpa'.split(
    ' ',
  ),
);

/** What the provider would refuse about a redirect URI, or what goes wrong easily; empty when all is well. */
export function lintRedirectUri(uri: string, provider: Provider): RedirectFinding[] {
  const url = new URL(uri);
  const faults = [hostFault(url, provider), ...textFaults(uri, url, provider)];
  return faults.filter((finding) => finding !== null);
}

function hostFault({ protocol, hostname }: URL, provider: Provider): RedirectFinding | null {
  if (hostname === 'localhost') return null;
  if (hostname === 'host.docker.internal') return error('redirect-docker-host', { host: hostname });
  if (isLoopback(hostname) && provider === 'google') return null;
  if (isAddress(hostname)) return error('redirect-raw-address', { host: hostname });
  const top = hostname.split('.').at(-1) ?? '';
  const isPrivate = PRIVATE.has(top) || !hostname.includes('.');
  if (isPrivate && provider === 'google') return error('redirect-private-domain', { host: hostname, top });
  return protocol === 'https:' ? null : error('redirect-not-https', { host: hostname });
}

function textFaults(uri: string, url: URL, provider: Provider): (RedirectFinding | null)[] {
  const characters = FORBIDDEN.exec(url.pathname)?.[0];
  return [
    provider === 'microsoft' && uri.length > LONGEST
      ? error('redirect-too-long', { length: uri.length, longest: LONGEST })
      : null,
    characters === undefined ? null : error('redirect-characters', { characters }),
    url.username !== '' || url.password !== '' ? error('redirect-user-name', {}) : null,
    uri.includes('#') ? error('redirect-fragment', {}) : null,
    /[A-Z]/.test(url.pathname)
      ? { severity: 'warning', code: 'redirect-upper-case', params: { path: url.pathname } }
      : null,
  ];
}

function isLoopback(hostname: string): boolean {
  return hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(hostname);
}

function error(code: RedirectFault, params: RedirectFinding['params']): RedirectFinding {
  return { severity: 'error', code, params };
}

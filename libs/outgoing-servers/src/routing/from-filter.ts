import { domainOf, normalAddress, normalDomain, sameAddress } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';

/** How well a filter fits a sender: by its address, by a pattern, by its domain, because it takes anybody, or not. */
export type Fit = 'address' | 'pattern' | 'domain' | 'anybody' | null;

/**
 * The filter in the form that is stored: addresses, domains (`@example.com` and `*@example.com` count as one) and
 * patterns, each once, IDN as A-labels, separated by `, `. In a pattern `*` stands for any characters of the local part
 * (`support-*@example.com`) or for any subdomain (`*.example.com`). Throws problem `from-filter-invalid` with the entry
 * at fault.
 */
export function normalFromFilter(text: string, field = 'fromFilter'): string {
  return [...new Set(entriesOf(text).map((entry) => normalEntry(entry, field)))].join(', ');
}

/** How a stored filter fits `address`. Subdomains count where a pattern says so. */
export function fitOf(filter: string, address: string): Fit {
  const entries = entriesOf(filter);
  if (entries.length === 0) return 'anybody';
  if (entries.some((entry) => isAddress(entry) && sameAddress(entry, address))) return 'address';
  if (entries.some((entry) => entry.includes('@') && entry.includes('*') && matches(entry, address)))
    return 'pattern';
  const domain = domainOf(address);
  return entries.some((entry) => !entry.includes('@') && isOf(entry, domain)) ? 'domain' : null;
}

/** The entries of a stored filter, in order. */
export function entriesOf(filter: string): string[] {
  return filter
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** Is this entry one whole address, not a domain and not a pattern? */
export function isAddress(entry: string): boolean {
  return entry.includes('@') && !entry.includes('*');
}

function normalEntry(entry: string, field: string): string {
  const at = entry.lastIndexOf('@');
  const local = entry.slice(0, Math.max(at, 0));
  const domain = normalDomains(entry.slice(at + 1));
  const params = { entry };
  if (domain === null) throw outgoingProblem('from-filter-invalid', { field, params });
  if (local === '' || local === '*') return domain;
  try {
    normalAddress(`${local}@${domain.replace(/^\*\./, '')}`);
  } catch (cause) {
    throw outgoingProblem('from-filter-invalid', { field, params, cause });
  }
  return `${local}@${domain}`;
}

function normalDomains(text: string): string | null {
  const bare = normalDomain(text.replace(/^\*\./, ''));
  return bare !== null && text.startsWith('*.') ? `*.${bare}` : bare;
}

function matches(pattern: string, address: string): boolean {
  const [local, domain] = parts(pattern);
  const [ofSender] = parts(address);
  return isOf(domain, domainOf(address)) && globs(local.toLowerCase(), ofSender.toLowerCase());
}

function isOf(domain: string, sender: string): boolean {
  return domain.startsWith('*.') ? sender.endsWith(domain.slice(1)) : sender === domain;
}

// Piece by piece, each at its first place: never more work than the text is long.
function globs(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return pattern === text;
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false;
  let from = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, from);
    if (found === -1) return false;
    from = found + piece.length;
  }
  return from <= text.length - last.length;
}

function parts(address: string): [local: string, domain: string] {
  const at = address.lastIndexOf('@');
  return [address.slice(0, at), address.slice(at + 1)];
}

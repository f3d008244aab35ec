import { domainOf, normalAddress, normalDomain, sameAddress } from '@mailroom/kernel';
import { outgoingProblem } from '../outgoing-problems.js';

/** How well a filter fits a sender: by its address, by its domain, because it takes anybody, or not. */
export type Fit = 'address' | 'domain' | 'anybody' | null;

/**
 * The filter in the form that is stored: addresses and domains (`@example.com` counts as one), each once, IDN as
 * A-labels, separated by `, `. Throws problem `from-filter-invalid` with the entry at fault.
 */
export function normalFromFilter(text: string, field = 'fromFilter'): string {
  return [...new Set(entriesOf(text).map((entry) => normalEntry(entry, field)))].join(', ');
}

/** How a stored filter fits `address`. Subdomains do not count. */
export function fitOf(filter: string, address: string): Fit {
  const entries = entriesOf(filter);
  if (entries.length === 0) return 'anybody';
  if (entries.some((entry) => entry.includes('@') && sameAddress(entry, address))) return 'address';
  return entries.includes(domainOf(address)) ? 'domain' : null;
}

/** The entries of a stored filter, in order. */
export function entriesOf(filter: string): string[] {
  return filter
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function normalEntry(entry: string, field: string): string {
  try {
    if (entry.lastIndexOf('@') > 0) return normalAddress(entry);
  } catch (cause) {
    throw outgoingProblem('from-filter-invalid', { field, params: { entry }, cause });
  }
  const domain = normalDomain(entry.replace(/^@/, ''));
  if (domain === null) throw outgoingProblem('from-filter-invalid', { field, params: { entry } });
  return domain;
}

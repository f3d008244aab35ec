import { normalAddress } from './normal-address.js';

/** A mailbox as it stands in a header: `address` is lower-cased in its domain, IDN as A-labels; `name` may be empty. */
export interface MailAddress {
  readonly name: string;
  readonly address: string;
}

/** The domain of an address, lower-cased and as A-labels. Throws problem `address-invalid`. */
export function domainOf(address: string): string {
  const normal = normalAddress(address);
  return normal.slice(normal.lastIndexOf('@') + 1);
}

/**
 * Do both name one mailbox? Domains are compared as A-labels; local parts without regard to case, as every
 * provider that matters treats them (RFC 5321 2.4 would let a server tell them apart).
 * Throws problem `address-invalid`.
 */
export function sameAddress(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(address: string): string {
  return normalAddress(address).toLowerCase();
}

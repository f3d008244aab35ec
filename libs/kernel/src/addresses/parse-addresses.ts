import addressparser from 'nodemailer/lib/addressparser';
import { kernelProblem } from '../problems/kernel-problems.js';
import { type MailAddress } from './mail-address.js';
import { breaksHeaders, normalAddress } from './normal-address.js';

const LONGEST = 65_536;

/**
 * Reads an address list as people and headers write it: display names, quoted local parts, comments, groups
 * (flattened; `undisclosed-recipients:;` is the empty list). Folded headers have to be unfolded before.
 * Throws problem `address-invalid` for an entry that is no mailbox and for anything with a line break in it.
 */
export function parseAddresses(text: string): MailAddress[] {
  if (text.length > LONGEST || breaksHeaders(text)) {
    throw kernelProblem('address-invalid', { params: { address: printable(text) } });
  }
  return addressparser(text, { flatten: true }).map(({ name, address }) => ({
    name: (name ?? '').trim(),
    address: normalAddress(address === '' ? (name ?? '') : address),
  }));
}

/** Reads exactly one mailbox, `local@domain` or `Name <local@domain>`. Throws problem `address-invalid`. */
export function parseAddress(text: string): MailAddress {
  const [only, ...more] = parseAddresses(text);
  if (!only || more.length > 0) {
    throw kernelProblem('address-invalid', { params: { address: printable(text) } });
  }
  return only;
}

function printable(text: string): string {
  return text.slice(0, 254).replaceAll(/\p{C}/gu, ' ');
}

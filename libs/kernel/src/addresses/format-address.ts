import { kernelProblem } from '../problems/kernel-problems.js';
import { type MailAddress } from './mail-address.js';
import { breaksHeaders, normalAddress } from './normal-address.js';

const PLAIN_NAME = /^[\p{L}\p{N} !#$%&'*+/=?^_`{|}~-]*$/u;

/**
 * Writes a mailbox so that `parseAddress` reads the same again: `Name <local@domain>`, the name quoted where it
 * must be. Names stay Unicode: whoever writes the bytes of a header encodes them (RFC 2047).
 * Throws problem `address-invalid`, also for a name with a line break or another control character in it.
 */
export function formatAddress({ name, address }: MailAddress): string {
  if (breaksHeaders(name)) throw kernelProblem('address-invalid', { params: { address: 'name' } });
  const normal = normalAddress(address);
  const trimmed = name.trim();
  if (trimmed === '') return normal;
  const phrase = PLAIN_NAME.test(trimmed) ? trimmed : `"${trimmed.replaceAll(/["\\]/g, '\\$&')}"`;
  return `${phrase} <${normal}>`;
}

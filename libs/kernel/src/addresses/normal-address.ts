import { domainToASCII } from 'node:url';
import { kernelProblem } from '../problems/kernel-problems.js';

const LOCAL_OCTETS = 64;
const ADDRESS_OCTETS = 254;
// RFC 5322 3.2.3 atext; RFC 6532 adds everything beyond ASCII.
const ATOM = String.raw`[\w!#$%&'*+/=?^\x60{|}~\u0080-\u{10ffff}-]+`;
const DOT_ATOM = new RegExp(`^${ATOM}(\\.${ATOM})*$`, 'u');
const QUOTED = /^"(?:[\u0020\u0021\u0023-\u005b\u005d-\u007e\u{80}-\u{10ffff}]|\\[\u0020-\u007e])*"$/u;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const INVISIBLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

/** A line break, a NUL or anything else that could end a header line or an SMTP command. */
export function breaksHeaders(text: string): boolean {
  return INVISIBLE.test(text);
}

/**
 * `local@domain` in the form Mailroom keeps: the local part as it was typed, the domain lower-cased and as A-labels
 * (RFC 5890). Quoted local parts stay quoted; address literals (`a@[192.0.2.1]`) are not taken.
 * Throws problem `address-invalid`.
 */
export function normalAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const domain = normalDomain(address.slice(at + 1));
  const sound = at > 0 && domain !== null && !breaksHeaders(address) && soundLocalPart(local);
  if (!sound || Buffer.byteLength(`${local}@${domain}`) > ADDRESS_OCTETS) {
    throw kernelProblem('address-invalid', { params: { address: address.slice(0, ADDRESS_OCTETS) } });
  }
  return `${local}@${domain}`;
}

/** The domain lower-cased and as A-labels, or null when it is none. */
export function normalDomain(domain: string): string | null {
  // domainToASCII reads a URL's host: it would unescape %41 and turn "1" into 0.0.0.1.
  if (!/^[a-z0-9.\u{80}-\u{10ffff}-]+$/iu.test(domain)) return null;
  const labels = domainToASCII(domain).split('.');
  const sound = labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
  return sound && labels.join('.').length <= 253 ? labels.join('.') : null;
}

function soundLocalPart(local: string): boolean {
  return Buffer.byteLength(local) <= LOCAL_OCTETS && (DOT_ATOM.test(local) || QUOTED.test(local));
}
